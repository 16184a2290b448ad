// One coroutine per connection, on one thread. Two things come from other threads: answers (Ticket) and events (Sink); both are posted to the loop.
// The only unit that includes Asio.
#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>

#include "http/forwarded.h"
#include "http/loop.h"
#include "http/request_parser.h"
#include "http/response_text.h"
#include "http/sink.h"
#include "http/text.h"
#include "http/transport_errors.h"

namespace sumi::http {

namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;
using ErrorCode = boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
using Bytes = Sink::Bytes;
template <class T = void>
using Task = asio::awaitable<T, Executor>;
constexpr asio::use_awaitable_t<Executor> resume{};

class Connection;

class AsioLoop final : public Loop, public std::enable_shared_from_this<AsioLoop> {
 public:
  explicit AsioLoop(Shared& all) : shared(all) {
    // The context takes one reference of its own.
    if (!shared.tls) return;
    SSL_CTX_up_ref(shared.tls.get());
    tls.emplace(shared.tls.get());
  }
  void take_in(Guest guest) override;
  void end_idle() override;
  void end_streams() override;
  void cut() override;
  void finish() override;
  void run();

  // From any thread. Nothing where the server has ended.
  template <class F>
  void post(F&& work) {
    const std::lock_guard lock(gate);
    if (!closed) asio::post(io, std::forward<F>(work));
  }
  [[nodiscard]] bool is_here() const { return std::this_thread::get_id() == thread_id; }
  void opened() { open_.fetch_add(1); }
  void left() { open_.fetch_sub(1); }
  void streaming(bool begins) { begins ? streams_.fetch_add(1) : streams_.fetch_sub(1); }

  Shared& shared;
  asio::io_context io{1};
  std::optional<asio::ssl::context> tls;
  std::vector<Connection*> connections;  // this and the date belong to the thread
  std::string date;

 private:
  void sweep();
  void tell_date();
  template <class F>
  void each(F work);

  Timer sweep_timer{io};
  std::int64_t date_second = 0;
  bool ending = false;
  std::thread thread;
  std::thread::id thread_id;
  std::mutex gate;
  bool closed = false;  // under gate
};

class Connection final : public std::enable_shared_from_this<Connection> {
 public:
  Connection(std::shared_ptr<AsioLoop> loop, Socket socket, Guest guest)
      : loop_(std::move(loop)), shared_(loop_->shared), socket_(std::move(socket)), timer_(loop_->io), guest_(std::move(guest)) {
    if (loop_->tls) tls_.emplace(socket_, *loop_->tls);
  }

  static Task<> run(std::shared_ptr<Connection> self) {
    self->enter();
    try {
      co_await self->serve();
    } catch (const std::exception&) {
      // Out of memory, or a fault: this connection ends, the others do not.
    }
    self->leave();
  }

  [[nodiscard]] const std::shared_ptr<AsioLoop>& loop() const { return loop_; }

  // Of the loop's thread.
  void look_at_deadline(Clock::time_point now) {
    if (now < deadline_) return;
    timed_out_ = true;
    ErrorCode ignored;
    socket_.cancel(ignored);
  }
  void end_if_idle() {
    ErrorCode ignored;
    if (idle_) socket_.cancel(ignored);
  }
  void end_stream() {
    if (sink_) sink_->close();
  }
  void cut() {
    cut_ = true;
    ErrorCode ignored;
    socket_.close(ignored);
    timer_.cancel();
  }
  void wake() {
    if (sink_ && sink_->lost()) {
      cut();
    } else {
      timer_.cancel();
    }
  }
  void deliver(std::uint64_t serial, Response&& answer) {
    if (serial != serial_ || answer_) return;
    answer_ = std::move(answer);
    if (waiting_) timer_.cancel();
  }
  // An answer given within the call of handle(), by its thread.
  [[nodiscard]] bool takes_at_once(std::uint64_t serial) const { return loop_->is_here() && handling_ && serial == serial_; }

 private:
  [[nodiscard]] std::size_t pending() const { return end_ - begin_; }
  void deadline_in(std::chrono::milliseconds time, std::size_t bytes = 0) {
    timed_out_ = false;
    deadline_ = Clock::now() + time + std::chrono::seconds(bytes / limits::transfer_bytes_per_second_min);
  }
  void no_deadline() {
    timed_out_ = false;
    deadline_ = Clock::time_point::max();
  }

  void enter() {
    place_ = loop_->connections.size();
    loop_->connections.push_back(this);
  }
  void leave() {
    if (sink_) sink_->finish();
    count_body(0);
    ErrorCode ignored;
    socket_.close(ignored);
    timer_.cancel();
    auto& all = loop_->connections;
    all[place_] = all.back();
    all[place_]->place_ = place_;
    all.pop_back();
    shared_.admission.leave(guest_.network);
    loop_->left();
  }
  void count_body(std::size_t bytes) {
    if (bytes == body_counted_) return;
    shared_.bodies_bytes += bytes;
    shared_.bodies_bytes -= body_counted_;
    body_counted_ = bytes;
  }

  // Room for at least one byte behind what is pending; never moves the header of a request that is being answered, for nothing is read then.
  void make_room() {
    if (begin_ == end_) begin_ = end_ = 0;
    if (end_ < in_.size()) return;
    if (begin_ > 0) {
      std::memmove(in_.data(), in_.data() + begin_, pending());
      end_ -= begin_;
      begin_ = 0;
    } else {
      in_.resize(in_.empty() ? limits::header_bytes_usual : in_.size() * 2);
    }
  }
  [[nodiscard]] bool something_came() const {
    ErrorCode error;
    return socket_.available(error) > 0 && !error;
  }
  void skip_line_ends() {
    while (begin_ < end_ && (in_[begin_] == '\r' || in_[begin_] == '\n')) ++begin_;
  }

  Task<std::size_t> read(char* to, std::size_t size, ErrorCode& error) {
    std::size_t n = 0;
    if (tls_) {
      n = co_await tls_->async_read_some(asio::buffer(to, size), asio::redirect_error(resume, error));
    } else {
      n = co_await socket_.async_read_some(asio::buffer(to, size), asio::redirect_error(resume, error));
    }
    co_return n;
  }

  // What the system takes at once is taken off the front of both.
  bool write_now(std::string_view& a, std::string_view& b) {
    if (tls_) return true;
    while (!a.empty() || !b.empty()) {
      const std::array<asio::const_buffer, 2> buffers{asio::const_buffer(a.data(), a.size()), asio::const_buffer(b.data(), b.size())};
      ErrorCode error;
      const auto n = socket_.write_some(buffers, error);
      if (error == asio::error::would_block) return true;
      if (error) return false;
      const auto of_a = std::min(n, a.size());
      a.remove_prefix(of_a);
      b.remove_prefix(n - of_a);
    }
    return true;
  }
  Task<bool> write_waiting(std::string_view a, std::string_view b) {
    deadline_in(shared_.options.write_time, a.size() + b.size());
    const std::array<asio::const_buffer, 2> buffers{asio::const_buffer(a.data(), a.size()), asio::const_buffer(b.data(), b.size())};
    ErrorCode error;
    if (tls_) {
      co_await asio::async_write(*tls_, buffers, asio::redirect_error(resume, error));
    } else {
      co_await asio::async_write(socket_, buffers, asio::redirect_error(resume, error));
    }
    co_return !error;
  }
  Task<bool> write(std::string_view a, std::string_view b) {
    if (!write_now(a, b)) co_return false;
    bool good = true;
    if (!a.empty() || !b.empty()) good = co_await write_waiting(a, b);
    co_return good;
  }
  Task<bool> flush() {
    const bool good = co_await write(out_, {});
    out_.clear();
    co_return good;
  }

  Task<> serve();
  Task<RequestParser::Step> read_header(std::size_t& used, bool first);
  Task<RequestParser::Step> read_body();
  Task<> wait_for_answer();
  Task<bool> send_answer(bool keep);
  Task<> refuse();  // with parser_.problem()
  void set_problem(const ErrorDef& def, std::string_view name = {}, std::string value = {}) {
    parser_.problem() = make_error(def);
    if (!name.empty()) parser_.problem().args.emplace_back(name, std::move(value));
  }
  Task<> close_gently();
  Task<> stream();
  static Task<> watch(std::shared_ptr<Connection> self);
  void ask(std::size_t header_bytes);
  Error late() const {
    return make_error(errors::answer_late, {{"seconds", std::to_string(std::chrono::duration_cast<std::chrono::seconds>(shared_.options.answer_time).count())}});
  }
  void observe(unsigned status, std::string_view route, std::size_t bytes_out) {
    shared_.bytes_out += bytes_out;
    if (shared_.options.observers.empty()) return;
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - header_at_).count();
    const Exchange exchange{parser_.request().method, route, status, exchange_bytes_in_, bytes_out, static_cast<std::uint64_t>(took)};
    for (auto* observer : shared_.options.observers) observer->answered(exchange);
  }
  [[nodiscard]] Line line(bool close) const { return {tls_.has_value(), close, parser_.http10(), loop_->date}; }

  std::shared_ptr<AsioLoop> loop_;
  Shared& shared_;
  Socket socket_;
  std::optional<asio::ssl::stream<Socket&>> tls_;
  Timer timer_;  // an answer that comes later; the heartbeat of a stream
  Guest guest_;
  std::size_t place_ = 0;  // in loop_->connections

  Clock::time_point deadline_ = Clock::time_point::max(), header_at_;
  bool timed_out_ = false, idle_ = false, cut_ = false;

  RequestParser parser_;
  std::vector<char> in_;
  std::size_t begin_ = 0, end_ = 0;  // what was read and not used, in in_
  std::vector<char> more_;           // of a body that did not come with its header; what is left in it comes after the request
  std::size_t more_size_ = 0;
  std::string out_;
  std::size_t body_counted_ = 0;
  std::uint64_t exchange_bytes_in_ = 0;

  std::uint64_t serial_ = 0;  // of the request that is being answered
  bool handling_ = false, waiting_ = false, last_ = false;
  std::optional<Response> answer_;
  std::shared_ptr<Sink> sink_;
};

// The right to answer one request, once. Where it is dropped unused, the request is answered with answer_missing.
class Ticket {
 public:
  Ticket(std::shared_ptr<Connection> connection, std::uint64_t serial) : connection_(std::move(connection)), serial_(serial) {}
  Ticket(const Ticket&) = delete;
  Ticket& operator=(const Ticket&) = delete;
  ~Ticket() {
    if (!used_.load()) give(problem_answer(make_error(errors::answer_missing), 500));
  }
  void give(Response answer) {
    if (used_.exchange(true)) return;
    if (connection_->takes_at_once(serial_)) {
      connection_->deliver(serial_, std::move(answer));
    } else {
      connection_->loop()->post([connection = connection_, serial = serial_, answer = std::move(answer)]() mutable { connection->deliver(serial, std::move(answer)); });
    }
  }

 private:
  std::shared_ptr<Connection> connection_;
  std::uint64_t serial_;
  std::atomic<bool> used_{false};
};

Task<RequestParser::Step> Connection::read_header(std::size_t& used, bool first) {
  using Step = RequestParser::Step;
  // From the first byte on, the header has one deadline.
  bool begun = pending() > 0;
  deadline_in(begun || first ? shared_.options.header_time : shared_.options.idle_time);
  for (;;) {
    skip_line_ends();
    if (pending() > 0) {
      const auto step = parser_.header(in_.data() + begin_, pending(), used);
      if (step != Step::more) co_return step;
    }
    if (!out_.empty()) {
      // Answers that were gathered; the deadline of writing is not that of the header.
      const bool good = co_await flush();
      if (!good) co_return Step::more;
      deadline_in(begun || first ? shared_.options.header_time : shared_.options.idle_time);
    }
    if (!begun && shared_.stopping && !something_came()) co_return Step::more;
    make_room();
    ErrorCode error;
    idle_ = !begun;
    const auto n = co_await read(in_.data() + end_, in_.size() - end_, error);
    idle_ = false;
    if (error == asio::error::operation_aborted && !begun && !timed_out_ && !cut_) continue;  // stopping: once more, if something has come
    if (error) co_return Step::more;
    end_ += n;
    shared_.bytes_in += n;
    if (!begun) deadline_in(shared_.options.header_time);
    begun = true;
  }
}

// Behind the header in in_ nothing is left; what comes is read into more_.
Task<RequestParser::Step> Connection::read_body() {
  using Step = RequestParser::Step;
  const auto length = parser_.content_length();
  deadline_in(shared_.options.body_time);
  const auto begun = Clock::now();
  std::size_t arrived = 0;
  for (;;) {
    if (more_size_ == more_.size()) {
      set_problem(errors::request_syntax, "reason", "a chunk's header has no end");
      co_return Step::bad;
    }
    ErrorCode error;
    const auto n = co_await read(more_.data() + more_size_, more_.size() - more_size_, error);
    if (error) co_return Step::more;
    more_size_ += n;
    arrived += n;
    shared_.bytes_in += n;
    // What came fast buys no silence: from one piece to the next there is never more time than for the first.
    deadline_ = std::min(begun + shared_.options.body_time + std::chrono::seconds(arrived / limits::transfer_bytes_per_second_min), Clock::now() + shared_.options.body_time);
    std::size_t used = 0;
    const auto step = parser_.body(more_.data(), more_size_, used);
    std::memmove(more_.data(), more_.data() + used, more_size_ - used);
    more_size_ -= used;
    count_body(std::max(parser_.body_bytes(), static_cast<std::size_t>(std::min<std::uint64_t>(length.value_or(0), limits::kept_bytes_max))));
    if (step != Step::more) co_return step;
    if (shared_.bodies_bytes > shared_.options.bodies_bytes_max) {
      set_problem(errors::bodies_too_many);
      co_return Step::bad;
    }
  }
}

// Reads what the other side still sends, so that its system does not drop our last words.
Task<> Connection::close_gently() {
  deadline_in(limits::linger_time_max);
  ErrorCode error;
  if (tls_) {
    co_await tls_->async_shutdown(asio::redirect_error(resume, error));
    co_return;
  }
  socket_.shutdown(Socket::shutdown_send, error);
  std::array<char, 4096> dropped;
  std::size_t total = 0;
  while (!error && total < limits::linger_bytes_max) total += co_await socket_.async_read_some(asio::buffer(dropped), asio::redirect_error(resume, error));
}

Task<> Connection::refuse() {
  const Error error = std::move(parser_.problem());
  const unsigned status = errors::transport_status_of(*error.def);
  const Response answer = problem_answer(error, status);
  const auto before = out_.size();
  append_head(out_, answer, line(true));
  if (parser_.request().method != Method::head) out_ += answer.body;
  const auto bytes = out_.size() - before;
  const bool good = co_await flush();
  observe(status, {}, bytes);
  if (good) co_await close_gently();
}

void Connection::ask(std::size_t header_bytes) {
  exchange_bytes_in_ = header_bytes + parser_.body_bytes();
  ++serial_;
  answer_.reset();
  auto& request = parser_.request();
  request.peer = guest_.peer;
  request.secure = tls_.has_value();
  if (!guest_.peer.empty() && guest_.peer == shared_.options.trusted_proxy) believe_proxy(request);
  handling_ = true;
  try {
    auto ticket = std::make_shared<Ticket>(shared_from_this(), serial_);
    shared_.handler.handle(request, [ticket = std::move(ticket)](Response answer) { ticket->give(std::move(answer)); });
  } catch (...) {
    if (!answer_) answer_ = problem_answer(make_error(errors::answer_missing), 500);
  }
  handling_ = false;
}

Task<> Connection::wait_for_answer() {
  if (!out_.empty()) {
    const bool good = co_await flush();
    if (!good) cut_ = true;
  }
  no_deadline();
  timer_.expires_after(shared_.options.answer_time);
  waiting_ = true;
  ErrorCode error;
  while (!answer_ && !cut_ && Clock::now() < timer_.expiry()) co_await timer_.async_wait(asio::redirect_error(resume, error));
  waiting_ = false;
  if (answer_ || cut_) co_return;
  // Whoever still works on it reads the request: the connection ends, and its buffers stay until the ticket is dropped.
  ++serial_;
  last_ = true;
  answer_ = problem_answer(late(), 503);
}

// Small answers are gathered while further requests are there already.
Task<bool> Connection::send_answer(bool keep) {
  const Response& answer = *answer_;
  const auto before = out_.size();
  append_head(out_, answer, line(!keep));
  std::string_view body;
  if (has_body(answer.status) && !answer.body_is_head && parser_.request().method != Method::head) body = body_of(answer);
  const auto bytes = out_.size() - before + body.size();
  if (body.size() <= limits::body_copied_bytes_max) {
    out_ += body;
    body = {};
  }
  bool good = true;
  if (!keep || !body.empty() || pending() == 0 || out_.size() > limits::answers_gathered_bytes_max) {
    std::string_view head = out_;
    good = write_now(head, body);
    if (good && !(head.empty() && body.empty())) good = co_await write_waiting(head, body);
    if (out_.capacity() > limits::kept_bytes_max) std::string().swap(out_);
    out_.clear();
  }
  observe(answer.status, answer.route, bytes);
  co_return good;
}

Task<> Connection::serve() {
  using Step = RequestParser::Step;
  ErrorCode error;
  if (tls_) {
    deadline_in(shared_.options.header_time);
    co_await tls_->async_handshake(asio::ssl::stream_base::server, asio::redirect_error(resume, error));
    if (error) co_return;
  }
  for (bool first = true;; first = false) {
    parser_.begin();
    std::size_t header_bytes = 0;
    auto step = co_await read_header(header_bytes, first);
    header_at_ = Clock::now();
    exchange_bytes_in_ = pending();
    if (step == Step::more && timed_out_ && pending() > 0) {
      set_problem(errors::request_too_slow);
      co_await refuse();
      co_return;
    }
    if (step == Step::more) co_return;
    if (step == Step::bad) {
      co_await refuse();
      co_return;
    }
    const auto expected = parser_.request().header("expect");
    const bool wants_continue = same_ignoring_case(expected, "100-continue");
    if (!expected.empty() && !wants_continue) {
      set_problem(errors::expectation_unknown, "text", std::string(expected.substr(0, 100)));
      co_await refuse();
      co_return;
    }
    begin_ += header_bytes;
    if (parser_.body_expected()) {
      const auto body_max = shared_.handler.body_max(parser_.request());
      if (parser_.content_length().value_or(0) > body_max) {
        set_problem(errors::body_too_large, "limit", std::to_string(body_max));
        co_await refuse();
        co_return;
      }
      parser_.body_max(body_max);
      std::size_t used = 0;
      const bool none_yet = pending() == 0;
      step = parser_.body(in_.data() + begin_, pending(), used);
      begin_ += used;
      if (step == Step::more) {
        more_.resize(std::max(limits::body_read_bytes, 2 * pending()));
        std::memcpy(more_.data(), in_.data() + begin_, pending());
        more_size_ = pending();
        begin_ = end_;
        if (wants_continue && none_yet && !parser_.http10()) out_ += "HTTP/1.1 100 Continue\r\n\r\n";
        if (!out_.empty()) {
          const bool good = co_await flush();
          if (!good) co_return;
        }
        step = co_await read_body();
        if (step == Step::more && timed_out_) {
          set_problem(errors::request_too_slow);
          co_await refuse();
          co_return;
        }
        if (step == Step::more) co_return;
      }
      if (step == Step::bad) {
        co_await refuse();
        co_return;
      }
    }
    ask(header_bytes);
    if (!answer_) co_await wait_for_answer();
    if (cut_) co_return;
    if (answer_->stream && has_body(answer_->status) && parser_.request().method != Method::head) {
      co_await stream();
      co_return;
    }
    const bool keep = parser_.keep_alive() && !shared_.stopping && !last_;
    if (keep && more_size_ > 0) {
      // What came behind the body is the next request. The header's views end when it takes their place.
      if (in_.size() < more_size_) in_.resize(more_size_);
      begin_ = 0;
      end_ = more_size_;
    }
    const bool good = co_await send_answer(keep);
    if (good && !keep) co_await close_gently();
    if (!good || !keep) co_return;
    answer_.reset();
    if (more_.empty()) continue;
    std::memcpy(in_.data(), more_.data(), more_size_);
    std::vector<char>().swap(more_);
    more_size_ = 0;
    count_body(0);
  }
}

// Reads on, to hear that the other side has gone. What it says is dropped.
Task<> Connection::watch(std::shared_ptr<Connection> self) {
  std::array<char, 64> dropped;
  ErrorCode error;
  std::size_t total = 0;
  while (!error && total < limits::header_bytes_max) total += co_await self->read(dropped.data(), dropped.size(), error);
  if (self->sink_) self->sink_->finish();
  self->cut();
}

Task<> Connection::stream() {
  static const Bytes heartbeat = std::make_shared<const std::string>(": \n\n");
  const auto self = shared_from_this();
  const auto before = out_.size();
  append_head(out_, *answer_, line(true));
  const auto bytes = out_.size() - before;
  const bool good = co_await flush();
  observe(answer_->status, answer_->route, bytes);
  if (!good) co_return;
  const auto begin = std::move(answer_->stream);
  answer_.reset();
  // A thousand of these may stand open for hours.
  parser_.begin();
  std::vector<char>().swap(in_);
  std::vector<char>().swap(more_);
  std::string().swap(out_);
  begin_ = end_ = more_size_ = 0;
  count_body(0);
  no_deadline();
  sink_ = std::make_shared<Sink>([connection = std::weak_ptr<Connection>(self)] {
    if (const auto still = connection.lock()) still->loop()->post([still] { still->wake(); });
  });
  loop_->streaming(true);
  asio::co_spawn(socket_.get_executor(), watch(self), asio::detached);
  try {
    begin(sink_);
  } catch (const std::exception&) {
    sink_->close();
  }
  if (shared_.stopping) sink_->close();
  std::vector<Bytes> batch;
  std::vector<asio::const_buffer> buffers;
  while (!cut_) {
    const bool open = sink_->take(batch);
    if (!open) break;
    ErrorCode error;
    const bool beat = batch.empty();
    if (beat) {
      timer_.expires_after(shared_.options.heartbeat);
      co_await timer_.async_wait(asio::redirect_error(resume, error));
      if (error || cut_) continue;  // woken
      batch.push_back(heartbeat);
    }
    buffers.clear();
    std::size_t size = 0;
    for (const auto& b : batch) {
      buffers.emplace_back(b->data(), b->size());
      size += b->size();
    }
    deadline_in(shared_.options.write_time, size);
    if (tls_) {
      co_await asio::async_write(*tls_, buffers, asio::redirect_error(resume, error));
    } else {
      co_await asio::async_write(socket_, buffers, asio::redirect_error(resume, error));
    }
    no_deadline();
    if (!beat) sink_->written(batch);
    shared_.bytes_out += size;
    if (error) break;
  }
  sink_->finish();
  loop_->streaming(false);
  ErrorCode ignored;
  if (!cut_ && !tls_) socket_.shutdown(Socket::shutdown_send, ignored);
}

template <class F>
void AsioLoop::each(F work) {
  post([self = shared_from_this(), work] {
    for (auto* connection : self->connections) work(*connection);
  });
}
void AsioLoop::end_idle() {
  each([](Connection& connection) { connection.end_if_idle(); });
}
void AsioLoop::end_streams() {
  each([](Connection& connection) { connection.end_stream(); });
}
void AsioLoop::cut() {
  each([](Connection& connection) { connection.cut(); });
}

void AsioLoop::take_in(Guest guest) {
  opened();
  post([self = shared_from_this(), guest = std::move(guest)]() mutable {
    ErrorCode error;
    Socket socket(self->io);
    const int descriptor = guest.descriptor;
    socket.assign(guest.v6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4(), descriptor, error);
    if (!error) socket.non_blocking(true, error);
    if (error) {
      ::close(descriptor);
      self->shared.admission.leave(guest.network);
      self->left();
      return;
    }
    auto connection = std::make_shared<Connection>(self, std::move(socket), std::move(guest));
    asio::co_spawn(self->io, Connection::run(std::move(connection)), asio::detached);
  });
}

void AsioLoop::tell_date() {
  const auto second = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  if (second == date_second) return;
  date_second = second;
  date = http_date(second);
}

void AsioLoop::sweep() {
  sweep_timer.expires_after(limits::sweep_every);
  sweep_timer.async_wait([this](ErrorCode error) {
    if (error || ending) return;
    tell_date();
    const auto now = Clock::now();
    for (auto* connection : connections) connection->look_at_deadline(now);
    sweep();
  });
}

void AsioLoop::run() {
  tell_date();
  sweep();
  thread = std::thread([this] {
    thread_id = std::this_thread::get_id();
    for (;;) {
      try {
        io.run();
        return;
      } catch (const std::exception&) {
        // Nothing of one connection may end the others.
      }
    }
  });
}

void AsioLoop::finish() {
  // A closed socket and a cancelled timer have ended every coroutine: without the sweep there is nothing left to do.
  // The flag, too: a sweep that is already under way is not cancelled.
  post([this] {
    ending = true;
    sweep_timer.cancel();
  });
  if (thread.joinable()) thread.join();
  {
    const std::lock_guard lock(gate);
    closed = true;
  }
  // Answers that came in the last moment hold their connection: let go of them.
  io.restart();
  io.poll();
}

}  // namespace

std::shared_ptr<Loop> Loop::start(Shared& shared) {
  auto loop = std::make_shared<AsioLoop>(shared);
  loop->run();
  return loop;
}

}  // namespace sumi::http
