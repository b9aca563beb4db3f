using System.Collections.Generic;

namespace PicsOnefile.Core.Tests.Architecture;

/// <summary>A name that the code had, and the field's own word that took its place.</summary>
/// <param name="Name">A type or member, or the part of one: CallBudget is found in SharedCallBudget, and Told in Told and _told, not in RecordsTold.</param>
/// <param name="Standard">The standard term.</param>
/// <param name="Folder">The folder under src that the row holds for; all of src by default.</param>
internal sealed record ReplacedWord(string Name, string Standard, string Folder = "");

/// <summary>Names that must not come back. A name that is replaced anywhere is one more line here.</summary>
internal static class ReplacedWords
{
    public static IReadOnlyList<ReplacedWord> All { get; } =
    [
        // HTTP
        new("SessionKeeper", "token cache"),
        new("CallBudget", "rate limiter"),
        new("CallWindow", "rate-limit window", "PicsOnefile.Core"),
        new("DisguisedFault", "error in a success body"),
        new("Repeatable", "idempotent"),
        new("Packing", "content encoding"),
        new("Blacked", "redacted"),
        new("AskedFor", "expected"),
        new("JsonAnswer", "response"),
        new("OnefileAnswer", "response"),
        // Errors and the log
        new("FailureCategory", "error category"),
        new("TellOnce", "write once"),
        // Files
        new("WholeFile", "atomic file"),
        new("StoppableWriting", "cancellable stream"),
        new("LeftBehind", "abandonable work"),
        // Databases
        new("LeftJournal", "hot journal"),
        new("LeftLog", "hot log"),
        new("Patience", "busy time-out", "PicsOnefile.Core/Cache"),
        new("RunStanding", "run activity"),
        new("IntentStanding", "intent state"),
        new("Outdate", "mark as stale"),
        new("KeptHead", "saved head"),
        new("KeptSecret", "secret store"),
        // Links, standards and facts
        new("LinkBook", "link snapshot"),
        new("StandardBook", "standard snapshot"),
        new("ReadBook", "take a snapshot"),
        new("Book", "snapshot"),
        new("LinkFaces", "link mapper"),
        new("LinkWatch", "link change detector"),
        new("WrittenValues", "write-through"),
        new("HeldValues", "overwrite conflicts"),
        new("Holders", "carriers"),
        new("GivenRecords", "record parser"),
        new("FactGathering", "fact collector"),
        new("NotSeen", "unavailable"),
        new("IsSeen", "is available"),
        new("SetAside", "exclude"),
        new("SetsAside", "exclusion"),
        new("SettingAside", "exclusion"),
        new("TakingBack", "undo"),
        new("Reversing", "undo runner"),
        new("RecordsNow", "current values"),
        new("ValuesNow", "current values"),
        new("ChangesByHand", "manual changes"),
        // Record linkage
        new("SignWords", "words of a level"),
        new("Signs", "agreements"),
        new("SpeaksOf", "names"),
        new("Decider", "classifier"),
        new("Intake", "input validation"),
        new("ImaginedRecords", "pseudo-count"),
        new("TwinAccounts", "duplicate accounts"),
        new("DetailsWanted", "enrichment"),
        // Methods are named by intent.
        new("Of", "Create, From, For or Find"),
        new("About", "Describe or For"),
        new("IsAbout", "what it is"),
        new("HasAbout", "contains"),
        new("AskAsync", "query"),
        new("TellAsync", "send"),
        new("Told", "response, written, reported"),
        new("ToldOnce", "reported once"),
        new("ToldFrom", "read from"),
        new("WriteFailure", "write error"),
        new("FailureId", "error ID"),
        .. Rooms("Failure", "error", "Cache", "Changes", "Completion", "Errors", "Files", "Http", "Identifiers", "Integration", "Linking", "Matching"),
        .. Rooms("Failure", "error", "Onefile", "PicsWeb", "Qualifications", "Reading", "Records", "Reporting", "Review", "Runs", "Sessions"),
    ];

    private static IEnumerable<ReplacedWord> Rooms(string name, string standard, params string[] rooms)
    {
        foreach (var room in rooms)
            yield return new(name, standard, $"PicsOnefile.Core/{room}");
    }
}
