// Sign-in and one's own sign-in data, by the names that the pages use.
import { get, send } from "./client";
import type { SessionAnswer } from "./contract";

export function session(): Promise<SessionAnswer> {
  return get<SessionAnswer>("/session");
}
export function signIn(login: string, password: string): Promise<SessionAnswer> {
  return send<SessionAnswer>("POST", "/session", { login, password });
}
// A code of the authenticator, or one of the recovery codes.
export function giveSecondFactor(code: { code: string } | { recovery_code: string }): Promise<SessionAnswer> {
  return send<SessionAnswer>("POST", "/session/second-factor", code);
}
export function signOut(): Promise<void> {
  return send<void>("DELETE", "/session");
}

export interface Enrolment {
  // Base 32, for typing; and the same as an otpauth address, for the QR code.
  secret: string;
  uri: string;
}
export function beginEnrolment(): Promise<Enrolment> {
  return send<Enrolment>("POST", "/account/second-factor");
}
export function confirmEnrolment(code: string): Promise<{ recovery_codes: string[] }> {
  return send<{ recovery_codes: string[] }>("POST", "/account/second-factor/confirm", { code });
}
export function newRecoveryCodes(code: string): Promise<{ recovery_codes: string[] }> {
  return send<{ recovery_codes: string[] }>("POST", "/account/recovery-codes", { code });
}
export function changePassword(old_password: string, password: string): Promise<void> {
  return send<void>("POST", "/account/password", { old_password, password });
}
// The answer is the same whether somebody has that login or not.
export function askReset(login: string): Promise<void> {
  return send<void>("POST", "/account/password/forgotten", { login });
}
export function resetPassword(token: string, password: string): Promise<void> {
  return send<void>("POST", "/account/password/reset", { token, password });
}

export interface Invitation {
  organisation: string;
  roles: string[];
  login: string;
  expires: string;
}
export function invitation(token: string): Promise<Invitation> {
  return get<Invitation>(`/invitations/${encodeURIComponent(token)}`);
}
export function acceptInvitation(token: string, name: string, password: string): Promise<SessionAnswer> {
  return send<SessionAnswer>("POST", `/invitations/${encodeURIComponent(token)}`, { name, password });
}

export interface OwnSession {
  id: string;
  begun: string;
  last_seen: string;
  browser: string;
  current: boolean;
}
export function endSession(id: string): Promise<void> {
  return send<void>("DELETE", `/account/sessions/${encodeURIComponent(id)}`);
}
