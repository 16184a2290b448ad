// Every sealed field of a command, by its path: "note", "members[3].name". One walk for whoever seals, opens or checks.
#pragma once

#include <cstdint>
#include <string>

#include "scheme/scheme.h"

namespace sumi::scheme {

namespace detail {

template <class F>
class SealedWalk {
 public:
  explicit SealedWalk(F& f) : f_(f) {}
  template <class T>
  void operator()(Part, const char* name, T& v) {
    look(v, name);
  }

 private:
  template <class T>
  void look(T& v, const char* name) {
    using Value = std::remove_const_t<T>;
    if constexpr (std::is_same_v<Value, Sealed>) {
      f_(path_.empty() ? std::string(name) : path_ + '.' + name, index_++, v);
    } else if constexpr (is_vector<Value>::value) {
      if constexpr (Described<typename Value::value_type>) {
        for (std::size_t i = 0; i < v.size(); ++i) inside(v[i], std::string(name) + '[' + std::to_string(i) + ']');
      }
    } else if constexpr (is_optional<Value>::value) {
      if (v) look(*v, name);
    } else if constexpr (Described<Value>) {
      inside(v, name);
    }
  }
  template <class T>
  void inside(T& v, const std::string& name) {
    const std::size_t length = path_.size();
    path_ += (path_.empty() ? "" : ".") + name;
    std::remove_const_t<T>::fields(v, *this);
    path_.resize(length);
  }
  F& f_;
  std::string path_;
  std::uint32_t index_ = 0;
};

}  // namespace detail

// f(path, index, Sealed&): index counts the sealed fields of this command from 0.
template <class Command, class F>
void for_each_sealed(Command& command, F&& f) {
  detail::SealedWalk<F> walk(f);
  std::visit([&](auto& c) { std::remove_const_t<std::remove_reference_t<decltype(c)>>::fields(c, walk); }, command);
}

}  // namespace sumi::scheme
