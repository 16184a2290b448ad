"""The steps of a project's case from draft to certification, for tests/reader/replay.py. Rounds, members, changes, forests are not replayed here: an entry of
one of their types makes the tables of the cases "not replayed" from there on."""

DRAFTED, IN_VALIDATION, VALIDATED, APPLIED, REGISTERED, REFUSED, NOT_VALIDATED = 1, 2, 3, 4, 5, 6, 7  # stages of a project
R_SUBMITTED, R_VERIFIED, R_APPLIED, R_CERTIFIED, R_REFUSED, R_ISSUED, R_NOT_VERIFIED = 1, 2, 3, 4, 5, 6, 7  # and of a report
PROJECT, CERTIFICATION, OFFICIAL_NORMAL, OFFICIAL_PROGRAMME = 1, 2, 3, 4  # counters


def step(s):
    return {"person": s.act.actor, "organisation": s.act.on_behalf_of, "on": s.act.business_date, "done": True}


def move(s, project, stage):
    s.change("cases.projects", project, stage=stage, last_step_on=s.act.business_date)


def version(s, project):
    return (project, s.t["cases.projects"][project]["version"])


def draft(s, c, o):
    number = o["project"]
    s.put("cases.projects", number, type=c["head"]["type"], stage=DRAFTED, version=1, last_step_on=s.act.business_date)
    s.t["cases.counters"][PROJECT] = number
    s.put("cases.plans", (number, 1), head=c["head"], drafted=step(s))


def revise(s, c, _):
    project, number = version(s, c["project"])
    move(s, project, DRAFTED)
    s.change("cases.projects", project, version=number + 1)
    s.put("cases.plans", (project, number + 1), head=c["head"], drafted=step(s))


def submit(s, c, _):
    move(s, c["project"], IN_VALIDATION)
    s.change("cases.plans", version(s, c["project"]), submitted=step(s), verifier=c["verifier"])


def validate(s, c, _):
    move(s, c["project"], VALIDATED if c["positive"] else NOT_VALIDATED)
    s.change("cases.plans", version(s, c["project"]), validated=step(s), valid=c["positive"], statement=c["statement"])


def apply_for_registration(s, c, _):
    move(s, c["project"], APPLIED)
    s.change("cases.plans", version(s, c["project"]), applied=step(s), answers=c["answers"])


def register(s, c, o):
    project = c["project"]
    move(s, project, REGISTERED if c["approved"] else REFUSED)
    s.change("cases.plans", version(s, project), decided=step(s), round=c["round"], approved=c["approved"], ground=c["ground"])
    if c["approved"]:
        s.change("cases.plans", version(s, project), in_force_from=s.act.business_date)
        s.t["cases.counters"][OFFICIAL_NORMAL if s.t["cases.projects"][project]["type"] == 1 else OFFICIAL_PROGRAMME] = o["official_number"]
        s.change("cases.projects", project, official_number=o["official_number"])


def report(s, c, o):
    s.change("cases.projects", c["project"], reports=o["report"])
    s.put("cases.reports", (c["project"], o["report"]), stage=R_SUBMITTED, submitted=step(s), last_step_on=s.act.business_date,
          **{k: c[k] for k in ("period", "plan", "data_set", "trace", "lines")})


def move_report(s, c, stage, **fields):
    s.change("cases.reports", (c["project"], c["report"]), stage=stage, last_step_on=s.act.business_date, **fields)


def verify(s, c, _):
    move_report(s, c, R_VERIFIED if c["positive"] else R_NOT_VERIFIED, verified=step(s), verifier=c["verifier"], statement=c["statement"])


def apply_for_certification(s, c, _):
    move_report(s, c, R_APPLIED, applied=step(s), programme_code=c["programme_code"], credit_type=c["credit_type"])


def certify(s, c, o):
    project, number = c["project"], o["certification"]
    move_report(s, c, R_CERTIFIED if c["approved"] else R_REFUSED, decided=step(s), round=c["round"], ground=c["ground"], certification=number)
    if not c["approved"]:
        return
    row = s.t["cases.reports"][project, c["report"]]
    # The approved version whose plan the report was calculated from; else the one that stands.
    plans = [(key, plan) for key, plan in s.t["cases.plans"].items() if key[0] == project and plan["approved"] and plan["head"]["plan"] == row["plan"]]
    head = max(plans)[1]["head"] if plans else s.t["cases.plans"][version(s, project)]["head"]
    s.put("cases.certifications", number, project=project, report=c["report"], round=c["round"], certified_on=s.act.business_date,
          programme_code=row["programme_code"], credit_type=row["credit_type"], place=head["place"], proponents=head["proponents"],
          lines=[{"methodology": line["methodology"], "vintage": line["vintage"], "tonnes": line["er"], "issued": False} for line in row["lines"] if line["er"]])
    s.t["cases.counters"][CERTIFICATION] = number


RULES = {
    "DraftProject": draft,
    "RevisePlan": revise,
    "SubmitForValidation": submit,
    "RecordValidation": validate,
    "ApplyForRegistration": apply_for_registration,
    "DecideRegistration": register,
    "SubmitReport": report,
    "RecordVerification": verify,
    "ApplyForCertification": apply_for_certification,
    "DecideCertification": certify,
}
