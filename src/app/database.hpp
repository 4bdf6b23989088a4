// The port to durable storage: units, reports, directives, people's work on reports, accounts and the audit
// log, in the words of the domain. Implemented by store/ on SQLite and on PostgreSQL; one contract suite
// holds the two together.
//
// Read through `Reader`; change through a `Writer`, which only `Database::act` gives: what one act changes,
// its audit note, the draft it drops and the answer it keeps are committed together or not at all.
#pragma once

#include <limits>
#include <type_traits>

#include "app/stored.hpp"
#include "app/stored_account.hpp"

namespace nucong::app {

/// Errors of every call here and below: `store.unreachable`, `store.busy`, `store.full`, `store.read_only`,
/// `store.damaged`, `store.failed`; others are named at the call.
///
/// Every call sees one moment of the database. `visit` stops a call at its first error, which is returned; it
/// must not call the database: a defect.
class Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;

  // ---- Units

  /// In order of recording. UnitEvent::place is empty.
  [[nodiscard]] virtual Result<std::vector<unit::UnitEvent>> events() = 0;

  // ---- Reports

  /// Visits the current version of every report whose period touches [from, to], ordered by first day of the
  /// period, longer first, then by unit.
  [[nodiscard]] virtual Result<> each_report(Date from, Date to,
                                             const std::function<Result<>(const StoredReport&)>& visit) = 0;
  /// All versions of one report, oldest first; empty if there is none.
  [[nodiscard]] virtual Result<std::vector<StoredReport>> versions(Slot unit, const Period& period) = 0;
  /// Of every report whose current version is not its first: when the first came. In the order of
  /// `each_report`.
  [[nodiscard]] virtual Result<> each_first_receipt(
      const std::function<Result<>(const FirstReceipt&)>& visit) = 0;
  /// Every version of every report in the order of (unit, period, version); for backup and check.
  [[nodiscard]] virtual Result<> each_version(const std::function<Result<>(const StoredReport&)>& visit) = 0;
  /// Of one report, by number.
  [[nodiscard]] virtual Result<std::vector<report::Step>> steps(Slot unit, const Period& period) = 0;
  /// The texts that were signed of one report, the latest last.
  [[nodiscard]] virtual Result<std::vector<FrozenText>> frozen(Slot unit, const Period& period) = 0;
  /// Every text that was signed, by unit, period and step.
  [[nodiscard]] virtual Result<> each_frozen(const std::function<Result<>(const FrozenText&)>& visit) = 0;
  [[nodiscard]] virtual Result<std::optional<SavedDraft>> draft(Slot unit, const Period& period) = 0;

  // ---- Time to send

  /// In order of recording.
  [[nodiscard]] virtual Result<std::vector<report::Extension>> extensions() = 0;
  /// Of one unit since `from`, the earliest first.
  [[nodiscard]] virtual Result<std::vector<Reminder>> reminders(Slot unit, std::chrono::sys_seconds from) = 0;
  /// Of all units since `from`, by unit, the earliest first.
  [[nodiscard]] virtual Result<std::vector<Reminder>> all_reminders(std::chrono::sys_seconds from) = 0;

  // ---- Directives and goals

  /// In order of adoption.
  [[nodiscard]] virtual Result<std::vector<target::Directive>> directives() = 0;
  /// The goals in force, ordered by target, then unit; those made by `adopt` included (without value).
  [[nodiscard]] virtual Result<std::vector<target::Goal>> goals() = 0;

  // ---- The change sequence

  /// Acts after `after`, in order.
  [[nodiscard]] virtual Result<std::vector<Act>> acts(Sequence after) = 0;
  /// The number of the last act; 0 before the first.
  [[nodiscard]] virtual Result<Sequence> latest() = 0;
  /// Every version of a report that acts after `after` brought, in the order of (sequence, unit, period,
  /// version). An act that becomes visible meanwhile comes with the next call. Whoever goes on from the
  /// highest sequence visited meets each version exactly once.
  [[nodiscard]] virtual Result<> each_report_since(
      Sequence after, const std::function<Result<>(const StoredReport&)>& visit) = 0;
  /// Every step that acts after `after` brought, in order; for the rest as `each_report_since`.
  [[nodiscard]] virtual Result<> each_step_since(Sequence after,
                                                 const std::function<Result<>(const StoredStep&)>& visit) = 0;

  // ---- Accounts. Instants say what is over: what is over at `now` counts as gone.

  /// All, by number, closed ones included.
  [[nodiscard]] virtual Result<std::vector<StoredAccount>> accounts() = 0;
  [[nodiscard]] virtual Result<std::optional<StoredAccount>> account(AccountId id) = 0;
  [[nodiscard]] virtual Result<std::optional<StoredAccount>> account_named(const account::UserName& name) = 0;
  /// Of an account, ended ones included, by unit, role and first day.
  [[nodiscard]] virtual Result<std::vector<account::Office>> offices_of(AccountId id) = 0;
  /// Of all, by unit, role, first day and account.
  [[nodiscard]] virtual Result<std::vector<account::Office>> offices() = 0;
  /// None if it is unknown or over at `now`, or its account closed; so for tokens and links.
  [[nodiscard]] virtual Result<std::optional<StoredSession>> session(const std::string& digest,
                                                                     Instant now) = 0;
  /// Those that are not over, the latest seen first.
  [[nodiscard]] virtual Result<std::vector<StoredSession>> sessions_of(AccountId id, Instant now) = 0;
  [[nodiscard]] virtual Result<std::optional<StoredToken>> token(const std::string& digest, Instant now) = 0;
  /// By name, also those that are over.
  [[nodiscard]] virtual Result<std::vector<StoredToken>> tokens_of(AccountId id) = 0;
  [[nodiscard]] virtual Result<std::optional<StoredLink>> link(const std::string& digest, Instant now) = 0;
  /// The answer kept under that key and not over at `now`, if any.
  [[nodiscard]] virtual Result<std::optional<KeptAnswer>> kept_answer(AccountId id, const std::string& key,
                                                                      Instant now) = 0;

  // ---- Audit

  /// Entries after `after`, in order.
  [[nodiscard]] virtual Result<> each_audit(
      std::uint64_t after, const std::function<Result<>(const account::AuditEntry&)>& visit) = 0;
  /// Entries before `before`, the latest first, until `visit` says false.
  [[nodiscard]] virtual Result<> latest_audit(
      std::uint64_t before, const std::function<bool(const account::AuditEntry&)>& visit) = 0;

  // ---- Check

  /// Looks into the engine's own structures; a line for each thing wrong.
  [[nodiscard]] virtual Result<std::vector<std::string>> verify() = 0;
};

/// Changes within one act. A call that fails has changed nothing, and the act that got its error should fail
/// with it. What has a place in the change sequence takes its next number, which is returned; an empty batch
/// takes none and returns the last one.
///
/// `account.unknown` (param `account` as number) and `account.closed` (param `account`, the name) wherever an
/// account is named that has to be open. Where a note is given it goes into the audit log, and its instant
/// says what is over.
class Writer {
 public:
  Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  virtual ~Writer() = default;

  // ---- Units

  /// Appends one batch of events. `known` is how many the caller had read and checked these against.
  /// Errors: `unit.history_changed` if others recorded or took back some since: read again, then retry.
  [[nodiscard]] virtual Result<Sequence> record_events(std::span<const unit::UnitEvent> events,
                                                       std::size_t known, Date day) = 0;
  /// Takes the last batch of events back, if `check` has nothing against it; its events. Errors:
  /// `unit.undo_impossible` if there is none, or if a unit that it founded has a report, a draft or step of
  /// one, an extension, a reminder, a goal, a directive, or an office, or was given one (param `unit`); those
  /// of `check`.
  [[nodiscard]] virtual Result<std::vector<unit::UnitEvent>> undo_events(Date day,
                                                                         const UndoCheck& check) = 0;

  // ---- Reports. Params `unit` as slot number and `period` at each error.

  /// Appends one version of each report. A report's `version` must be the current one plus 1, otherwise
  /// `report.version_changed`; and the report must not be signed (report::Standing::locked), otherwise
  /// `report.signed`. `sequence` is ignored.
  [[nodiscard]] virtual Result<Sequence> submit(std::span<const StoredReport> reports, Date day) = 0;
  /// Throws revision `known` of a draft away; nothing if no draft is there. Errors: `draft.changed`.
  [[nodiscard]] virtual Result<> drop_draft(Slot unit, const Period& period, std::uint32_t known) = 0;
  /// Adds the next step. What it may follow on is checked by report::check_step before, and here that it
  /// still is so. Errors: `report.version_moved` (params `version`, `current` too) if its version is not the
  /// current one of the database; `report.step_changed` if its number is not the next one.
  [[nodiscard]] virtual Result<Sequence> add_step(const report::Step& step, Date day) = 0;
  /// The same, of kind `signed`, with the text that is signed and its digest. Defect for another kind.
  [[nodiscard]] virtual Result<Sequence> freeze(const report::Step& step, const std::string& text,
                                                const std::string& digest, Date day) = 0;
  [[nodiscard]] virtual Result<Sequence> extend(const report::Extension& extension, Date day) = 0;
  /// Notes that these units, each once, were reminded.
  [[nodiscard]] virtual Result<Sequence> remind(std::span<const Reminder> reminders, Date day) = 0;

  // ---- Directives and goals

  /// Keeps the directive with its targets, citations and recipients, gives it the next id ("D1", "D2", ...;
  /// its targets "D1.1", ...) and assigns all targets to the issuer's branch. Returns the id.
  /// Errors: `directive.adopted` (param `directive`) if the same issuer has adopted the same text for the
  /// same period.
  [[nodiscard]] virtual Result<std::string> adopt(const target::Directive& directive) = 0;
  /// Adds recipients to a directive that has some; those it has are left out. Errors: `directive.unknown`.
  [[nodiscard]] virtual Result<Sequence> give(const std::string& directive, std::span<const Slot> further,
                                              Date day) = 0;
  /// Binds a target to another indicator. Errors: `target.unknown`.
  [[nodiscard]] virtual Result<Sequence> bind(const std::string& target, const std::string& indicator,
                                              Date day) = 0;
  /// Sets goals; a later one for the same unit and target takes its place (the earlier stays in history).
  /// Errors: `target.unknown`, and none is set.
  [[nodiscard]] virtual Result<Sequence> set_goals(std::span<const target::Goal> goals, Date day) = 0;

  // ---- Accounts

  /// The account with its offices and, if one is given, the link by which its owner gets in.
  /// Errors: `account.name_taken` (param `name`), `office.term_empty`, `office.held`.
  [[nodiscard]] virtual Result<AccountId> make_account(const NewAccount& account, const AuditNote& note) = 0;
  /// Uses a link of kind `first_administrator` up and makes the account. Errors: `link.ended`,
  /// `administrator.exists`, and those of `make_account`.
  [[nodiscard]] virtual Result<AccountId> make_first_administrator(const std::string& link,
                                                                   const NewAccount& account,
                                                                   const AuditNote& note) = 0;
  /// For good. Its offices end on `day` (those that begin then or later never were), its sessions, tokens,
  /// links and kept answers are gone. Errors: `administrator.last` (param `account`, the name).
  [[nodiscard]] virtual Result<> close_account(AccountId id, Date day, const AuditNote& note) = 0;
  /// Another hash in place of `known`: of the same pass phrase, or of a new one that its owner chose. Whoever
  /// else is signed in with the account stays so. Errors: `passphrase.wrong` if `known` is not the stored one
  /// (any more): a pass phrase that was reset meanwhile does not come back.
  [[nodiscard]] virtual Result<> set_pass_phrase(AccountId id, const std::string& known,
                                                 const std::string& hash, const AuditNote& note) = 0;
  /// Errors: `totp.enrolled` if there is one.
  [[nodiscard]] virtual Result<> enrol_second_factor(AccountId id, const SecondFactor& factor,
                                                     const AuditNote& note) = 0;

  // ---- Offices

  /// Errors: `office.term_empty`, `office.held`.
  [[nodiscard]] virtual Result<> appoint(const account::Office& office, const AuditNote& note) = 0;
  /// Errors: `office.changed` (params `role`, `unit` as slot number) if `office` is not stored exactly so;
  /// `office.term_empty`, `office.ended`; `administrator.last`.
  [[nodiscard]] virtual Result<> end_office(const account::Office& office, Date day,
                                            const AuditNote& note) = 0;
  /// Ends one term and begins the other (account::hand_over). Errors: `office.changed`, and those of
  /// account::hand_over.
  [[nodiscard]] virtual Result<account::Handover> hand_over(const account::Office& office, AccountId receiver,
                                                            Date day, const AuditNote& note) = 0;

  // ---- Sessions, tokens, links

  /// Begins a session and uses up what proved the second factor; `replaced` is the digest of a session that
  /// ends with it, if there is one. Errors: `passphrase.wrong` if the stored hash is another one meanwhile;
  /// `totp.wrong` if the step or the recovery code was used meanwhile.
  [[nodiscard]] virtual Result<> sign_in(const StoredSession& session, const Proof& proof,
                                         const std::optional<std::string>& replaced,
                                         const AuditNote& note) = 0;
  /// Errors: `session.ended` if there is none.
  [[nodiscard]] virtual Result<> sign_out(const std::string& digest, const AuditNote& note) = 0;
  /// Errors: `token.name_taken` (param `name`).
  [[nodiscard]] virtual Result<> make_token(const StoredToken& token, const AuditNote& note) = 0;
  /// Errors: `token.unknown` (param `name`).
  [[nodiscard]] virtual Result<> revoke_token(AccountId id, const std::string& name,
                                              const AuditNote& note) = 0;
  /// Earlier links of the same kind for the same account are gone. Errors: `administrator.exists` for one of
  /// kind `first_administrator`.
  [[nodiscard]] virtual Result<> make_link(const StoredLink& link, const AuditNote& note) = 0;
  /// Uses a link of kind `pass_phrase` up. Sessions, tokens and other links of the account are gone: whoever
  /// had got hold of it is out. Errors: `link.ended`.
  [[nodiscard]] virtual Result<> reset_pass_phrase(const std::string& link, const std::string& hash,
                                                   const AuditNote& note) = 0;
  /// Uses a link of kind `second_factor` up; sessions of the account are gone. Errors: `link.ended`.
  [[nodiscard]] virtual Result<> reset_second_factor(const std::string& link, const AuditNote& note) = 0;

  // ---- What goes with any act

  /// The number of the last act, those of this one included; 0 before the first.
  [[nodiscard]] virtual Sequence last_act() = 0;
  /// Into the audit log.
  virtual void note(const AuditNote& note) = 0;
  /// The answer to the request that asked for this act, for when it comes again. Errors: `request.key_taken`
  /// if one is kept under that key already, whatever was asked: the act must fail, and the caller looks it
  /// up.
  [[nodiscard]] virtual Result<> keep_answer(const KeptAnswer& answer, Instant now) = 0;
};

/// From any thread.
class Database : public Reader {
 public:
  using Body = std::function<Result<>(Writer&)>;

  /// Runs `body` and commits what it changed: durable when this returns success, without any trace when
  /// `body` or this returns an error. Acts that wait at the same time share a commit; each that is refused
  /// takes only itself back. `body` may run on another thread, and again if the commit that it was part of
  /// had to be undone; it must not call the database otherwise: a defect.
  ///
  /// Errors: those of `body`; `store.outcome_unknown` if the commit itself failed: it may have been kept, so
  /// ask again with the same key, or look.
  [[nodiscard]] virtual Result<> commit(const Body& body) = 0;

  /// The same, for a body that has an outcome: a function of `Writer&` that returns some Result<T>.
  template <class Function>
  [[nodiscard]] auto act(Function&& body) -> std::invoke_result_t<Function&, Writer&> {
    using Outcome = std::invoke_result_t<Function&, Writer&>;
    std::optional<Outcome> outcome;
    const auto committed = commit([&](Writer& writer) -> Result<> {
      outcome.emplace(body(writer));
      return outcome->has_error() ? Result<>(outcome->error()) : Result<>(ok());
    });
    if (committed.has_error()) return committed.error();
    return *std::move(outcome);
  }

  // ---- Long work: staged in portions that bar nobody for long, then visible at once

  /// As Writer::submit with more reports than should be in memory at once, still one act: `fill` hands them
  /// over in portions, each kept as it comes and seen by nobody; then all of them become visible together.
  /// The first error of `fill` or of a portion undoes all of it and is returned. What others changed
  /// meanwhile is checked again at the end: `report.version_changed`, `report.signed`, and
  /// `unit.history_changed` if units were taken back after act `known`, which the caller had read: a slot may
  /// be another unit's since. An import of which nothing came for an hour counts as that of a program that
  /// was killed, and its reports are taken out: `store.failed` if it was alive.
  [[nodiscard]] virtual Result<Sequence> import_reports(const ReportFill& fill, Date day,
                                                        std::optional<Sequence> known = {}) = 0;

  // ---- What is no act: it has no number, and only who wants the same row waits for it

  /// Keeps the draft in place of revision `known` (0: of none) and returns its own; the one in the draft is
  /// ignored. Errors: `draft.changed` (params `by`, `at`, `revision` of the one that is there now; of none
  /// revision 0 alone) if somebody saved, sent or threw away meanwhile: nothing is overwritten.
  [[nodiscard]] virtual Result<std::uint32_t> save_draft(const SavedDraft& draft, std::uint32_t known) = 0;
  /// As Writer::drop_draft.
  [[nodiscard]] virtual Result<> drop_draft(Slot unit, const Period& period, std::uint32_t known) = 0;
  /// Says that it was used, and until when it goes on; nothing if there is none.
  [[nodiscard]] virtual Result<> touch_session(const std::string& digest, Instant seen, Instant expires) = 0;
  /// As Writer::keep_answer.
  [[nodiscard]] virtual Result<> keep_answer(const KeptAnswer& answer, Instant now) = 0;
  /// Forgets answers that are over at `now`, and takes out what imports left that were killed.
  [[nodiscard]] virtual Result<> forget_answers(Instant now) = 0;

  // ---- Following others

  /// Returns as soon as somebody may have done an act since the last call, as far as the engine tells, or
  /// when the time is over. For one thread.
  virtual void await_act(std::chrono::milliseconds most) = 0;
};

namespace detail {

template <class Outcome>
struct BeforeCommitOf {
  using Type = std::function<Result<>(Writer&, const Outcome&)>;
};
template <>
struct BeforeCommitOf<void> {
  using Type = std::function<Result<>(Writer&)>;
};

}  // namespace detail

/// What a caller adds to an act once its outcome is known and before it is committed: the answer that it
/// gives, a note. Of an act without outcome, `void`, it is given the writer alone. Errors undo the act.
/// Called again if the act's body is.
template <class Outcome>
using BeforeCommit = typename detail::BeforeCommitOf<Outcome>::Type;

template <class Outcome>
[[nodiscard]] Result<> before_commit(const BeforeCommit<Outcome>& also, Writer& writer,
                                     const Outcome& outcome) {
  return also ? also(writer, outcome) : Result<>(ok());
}
[[nodiscard]] inline Result<> before_commit(const BeforeCommit<void>& also, Writer& writer) {
  return also ? also(writer) : Result<>(ok());
}

}  // namespace nucong::app
