// The numbered list of outbound's refusals: why something could not be sent.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::outbound::errors {

extern const ErrorDef mail_address, mail_header, mail_text, mail_too_long, mail_unencrypted, mail_host, mail_unreachable, mail_certificate, mail_no_encryption, mail_sign_in,
    mail_deferred, mail_refused;

// Another sumi, 20-29.
extern const ErrorDef api_address, api_unencrypted, api_token, api_unreachable, api_broken, api_certificate, api_too_large, api_answer;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::outbound::errors
