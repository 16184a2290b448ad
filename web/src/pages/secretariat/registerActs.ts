// Each act with the fields that its command takes (src/registry, src/scheme: *_commands.h), in the users' words.
import type { T } from "../../i18n/texts";
import type { ActSpec } from "../../parts/Acts";
import type { CommandField, Option } from "../../parts/CommandForm";
import type { registerTexts } from "./registerTexts";

type Say = T<typeof registerTexts>;
export interface Grounds {
  committee: readonly Option[];
  registry: readonly Option[];
  // Rules by which what was carried over from an earlier programme ends; the rulebook may name none.
  expiries: readonly Option[];
}
const KEEP = "/secretariat/documents";

// `keep`: where the desk that acts keeps its papers.
function fieldsOf(t: Say, keep = KEEP) {
  return {
    serials: { id: "ranges", name: t("serials"), kind: "serials" } satisfies CommandField,
    paper: (id = "document", name = t("paper"), optional = false): CommandField => ({ id, name, kind: "document", keep, optional }),
    ground: (options: readonly Option[]): CommandField => ({ id: "ground", name: t("ground"), kind: "choice", options }),
    day: (id: string, name: string): CommandField => ({ id, name, kind: "day" }),
    number: (id: string, name: string, help?: string, optional?: boolean): CommandField => ({ id, name, kind: "number", help, optional }),
    text: (id: string, name: string, help?: string, optional?: boolean): CommandField => ({ id, name, kind: "text", help, optional }),
    choice: (id: string, name: string, options: readonly (readonly [string, string])[]): CommandField => ({ id, name, kind: "choice", options: options.map(([value, word]) => ({ value, name: word })) }),
    country: (id: string, name: string): CommandField => ({ id, name, kind: "text", help: t("countryHelp") }),
  };
}
const upper = (value: unknown) => String(value ?? "").normalize("NFKC").trim().toUpperCase();

export function unitActs(t: Say, grounds: Grounds): ActSpec[] {
  const f = fieldsOf(t);
  return [
    {
      id: "restrict",
      name: t("restrict"),
      text: t("restrictText"),
      command: "RestrictUnits",
      fields: [
        f.serials,
        f.choice("kind", t("restrictKind"), [
          ["dispute", t("dispute")],
          ["seizure", t("seizure")],
          ["trust", t("trust")],
        ]),
        f.ground(grounds.registry),
        f.day("from", t("from")),
        f.paper("order"),
        f.number("settlor", t("settlor"), t("organisationHelp")),
        f.number("trustee", t("trustee"), t("organisationHelp")),
        { id: "terms", name: t("terms"), kind: "long" },
      ],
      hidden: (field, given) => (given.kind === "trust" ? field === "ground" : field === "settlor" || field === "trustee" || field === "terms"),
      next: t("nextBatch"),
    },
    { id: "lift", name: t("lift"), text: t("liftText"), command: "LiftRestriction", fields: [f.number("restriction", t("restriction")), f.day("from", t("from")), f.paper()], next: t("nextBatch") },
    {
      id: "correct",
      name: t("correct"),
      text: t("correctText"),
      command: "CorrectRecord",
      fields: [
        f.number("entry", t("entryNumber"), t("entryHelp")),
        f.number("from", t("fromAccount")),
        f.number("to", t("toAccount")),
        f.serials,
        f.ground(grounds.committee),
        f.day("consulted_on", t("consultedOn")),
        f.paper("consultation", t("consultation")),
      ],
      next: t("nextAccount"),
    },
    {
      id: "import",
      name: t("import"),
      text: t("importText"),
      command: "ImportUnits",
      fields: [
        f.text("crediting_programme", t("scheme"), t("schemeHelp")),
        f.text("programme_code", t("programmeCode"), undefined, true),
        f.text("credit_type", t("creditType"), t("creditTypeHelp")),
        f.choice("unit_kind", t("unitKind"), [
          ["tco2", "t-CO2"],
          ["kwh", "kWh"],
          ["gj", "GJ"],
        ]),
        f.text("vintage", t("vintage"), t("vintageHelp")),
        f.text("place", t("place")),
        f.text("methodology", t("methodology"), undefined, true),
        f.choice("effect", t("effect"), [
          ["reduction", t("reduction")],
          ["removal", t("removal")],
        ]),
        f.choice("basis", t("basis"), [
          ["technology", t("technology")],
          ["nature", t("nature")],
        ]),
        f.text("serial", t("serialText")),
        f.number("first", t("firstNumber"), t("numbersHelp")),
        f.number("last", t("lastNumber"), t("numbersHelp")),
        f.day("issued_on", t("issuedOn")),
        f.number("account", t("toAccount")),
        f.paper("document", t("retiredThere")),
      ],
      shape: (body) => importOf(body),
      next: t("nextBatch"),
    },
    { id: "release", name: t("release"), text: t("releaseText"), command: "ReleaseBuffer", fields: [f.number("project", t("projectNumber"), t("projectHelp")), f.serials, f.number("to", t("toAccount"))], next: t("nextAccount") },
    {
      id: "label",
      name: t("label"),
      text: t("labelText"),
      command: "SetLabel",
      fields: [
        f.serials,
        f.choice("kind", t("labelKind"), [
          ["suspended", t("labelSuspended")],
          ["corresponding_adjustment", t("labelAdjustment")],
          ["eligible", t("labelEligible")],
        ]),
        f.text("detail", t("labelDetail"), t("labelDetailHelp"), true),
        f.day("from", t("from")),
        { id: "set", name: t("labelSet"), kind: "yes_no", yes: t("labelOn"), no: t("labelOff") },
      ],
      next: t("nextBatch"),
    },
    {
      id: "expire",
      name: t("expire"),
      text: t("expireText"),
      closed: grounds.expiries.length === 0 ? t("expireNone") : undefined,
      command: "ExpireUnits",
      fields: [f.serials, { id: "rule", name: t("expireRule"), kind: "choice", options: grounds.expiries }],
      danger: true,
      next: t("nextBatch"),
    },
  ];
}

// One block of another scheme goes to one account; both ends of its numbers are typed, the command's range ends before its end.
export function importOf(body: Record<string, unknown>): Record<string, unknown> {
  const { crediting_programme, programme_code, credit_type, unit_kind, vintage, place, methodology, effect, basis, serial, first, last, issued_on, document, account } = body;
  const from = /^\d+$/.test(String(first)) ? BigInt(String(first)) : undefined;
  const to = /^\d+$/.test(String(last)) ? BigInt(String(last)) : undefined;
  const year = upper(vintage).replace(/^FY/, "");
  return {
    attributes: { crediting_programme, programme_code, credit_type, unit_kind, vintage: `FY${year}`, place, methodology, effect, basis },
    serial,
    first: String(first),
    end: to === undefined ? String(last) : String(to + 1n),
    issued_on,
    document,
    allocations: [{ account, amount: from === undefined || to === undefined ? String(last) : String(to - from + 1n) }],
  };
}

export function article6Acts(t: Say, keep?: string): ActSpec[] {
  const f = fieldsOf(t, keep);
  const yes_no = (id: string, name: string): CommandField => ({ id, name, kind: "yes_no", yes: t("yes"), no: t("no") });
  return [
    {
      id: "authorise",
      name: t("authorise"),
      text: t("authoriseText"),
      command: "AuthoriseUnits",
      fields: [
        f.serials,
        f.country("host", t("host")),
        { id: "parties", name: t("parties"), kind: "names", help: t("countryHelp"), optional: true },
        yes_no("ndc", t("ndc")),
        yes_no("international", t("international")),
        f.text("scheme", t("internationalScheme"), "CORSIA", true),
        f.choice("first_transfer", t("firstTransfer"), [
          ["authorisation", t("byAuthorisation")],
          ["issuance", t("byIssuance")],
          ["use", t("byUse")],
        ]),
        yes_no("other", t("other")),
        f.day("authorised_on", t("authorisedOn")),
        f.paper("letter", t("letter")),
      ],
      hidden: (field, given) => (field === "scheme" || field === "first_transfer") && given.international !== true,
      shape: (body) => ({ ...body, host: upper(body.host), parties: Array.isArray(body.parties) ? body.parties.map(upper) : [] }),
      next: t("nextArticle6"),
    },
    {
      id: "withdraw",
      name: t("withdrawAuthorisation"),
      text: t("withdrawAuthorisationText"),
      command: "WithdrawAuthorisation",
      fields: [f.number("authorisation", t("authorisation")), f.day("on", t("on")), f.paper()],
      next: t("nextArticle6"),
    },
    {
      id: "first",
      name: t("firstTransferAct"),
      text: t("firstTransferText"),
      command: "RecordFirstTransfer",
      fields: [f.number("authorisation", t("authorisation")), f.serials, f.country("acquiring", t("acquiring")), f.day("on", t("on")), f.paper()],
      shape: (body) => ({ ...body, acquiring: upper(body.acquiring) }),
      next: t("nextArticle6"),
    },
    {
      id: "adjustment",
      name: t("adjustment"),
      text: t("adjustmentText"),
      command: "RecordAdjustment",
      fields: [
        f.country("party", t("party")),
        f.number("year", t("year")),
        f.number("authorisation", t("authorisation")),
        f.serials,
        f.choice("status", t("status"), [
          ["pending", t("pending")],
          ["applied", t("applied")],
          ["not_required", t("notRequired")],
        ]),
        { id: "adds", name: t("adds"), kind: "yes_no", yes: t("addsYes"), no: t("addsNo") },
        f.day("on", t("on")),
        f.paper(),
      ],
      shape: (body) => ({ ...body, party: upper(body.party) }),
      next: t("nextArticle6"),
    },
  ];
}

export function holderActs(t: Say, grounds: Grounds): ActSpec[] {
  const f = fieldsOf(t);
  return [
    {
      id: "suspend",
      name: t("suspend"),
      text: t("suspendText"),
      command: "SuspendAccount",
      fields: [f.number("account", t("accountNumber")), { id: "suspended", name: t("suspended"), kind: "yes_no", yes: t("suspendYes"), no: t("suspendNo") }, f.ground(grounds.registry), f.paper()],
      next: t("nextAccount"),
    },
    {
      id: "succession",
      name: t("succession"),
      text: t("successionText"),
      command: "RecordSuccession",
      fields: [
        f.number("organisation", t("organisationNumber"), t("organisationHelp")),
        f.number("successor", t("successor"), t("organisationHelp")),
        f.choice("kind", t("successionKind"), [
          ["merger", t("merger")],
          ["business_transfer", t("businessTransfer")],
          ["insolvency", t("insolvency")],
        ]),
        f.day("on", t("on")),
        f.paper(),
      ],
      next: t("nextSuccession"),
    },
    { id: "succeed", name: t("succeedAccount"), text: t("succeedText"), command: "SucceedAccount", fields: [f.number("account", t("accountNumber")), f.number("to", t("successorAccount")), f.paper()], danger: true, next: t("nextAccount") },
    {
      id: "clerical",
      name: t("clerical"),
      text: t("clericalText"),
      command: "CorrectEntry",
      fields: [
        f.number("entry", t("entryNumber"), t("entryHelp")),
        f.choice("field", t("field"), [
          ["title", t("fieldTitle")],
          ["place", t("fieldPlace")],
          ["name_kana", t("fieldKana")],
        ]),
        f.number("project", t("projectNumber"), t("projectHelp")),
        f.number("organisation", t("organisationNumber"), t("organisationHelp")),
        f.text("wrong", t("wrong")),
        f.text("right", t("right")),
        f.ground(grounds.committee),
        f.paper(),
      ],
      hidden: (field, given) => (field === "organisation" && given.field !== "name_kana") || (field === "project" && given.field === "name_kana"),
      next: t("nextJournal"),
    },
    { id: "erase", name: t("erase"), text: t("eraseText"), command: "EraseSealed", fields: [f.text("commitment", t("commitment"), t("commitmentHelp")), f.ground(grounds.committee)], danger: true, next: t("nextJournal") },
  ];
}

// `next`: what follows for whoever proposes it.
export function methodologyActs(t: Say, keep?: string, next?: string): ActSpec[] {
  const f = fieldsOf(t, keep);
  return [
    {
      id: "propose",
      name: next === undefined ? t("proposeMethodology") : t("proposalTitle"),
      text: t("proposeMethodologyText"),
      command: "ProposeMethodology",
      fields: [
        f.text("number", t("methodologyNumber"), t("methodologyNumberHelp"), true),
        f.text("title_ja", t("titleJa")),
        f.text("title_en", t("titleEn")),
        { id: "revision", name: t("revision"), kind: "yes_no", yes: t("revisionYes"), no: t("revisionNo") },
        f.paper("document", t("methodologyDraft")),
      ],
      next: next ?? t("proposeMethodologyNext"),
      to: next === undefined ? { action: t("toInbox"), to: "/inbox" } : undefined,
    },
  ];
}
