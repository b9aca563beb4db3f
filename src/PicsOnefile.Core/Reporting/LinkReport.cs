using System;
using System.Collections.Generic;
using PicsOnefile.Runs;

namespace PicsOnefile.Reporting;

/// <summary>Everything that the report shows, as it stood at one moment. It holds names and IDs and no other personal data.</summary>
public sealed record LinkReport
{
    /// <summary>The profile.</summary>
    public string ProfileName { get; init; } = "";

    /// <summary>The customer's name in Onefile.</summary>
    public string CustomerName { get; init; } = "";

    /// <summary>Onefile's environment.</summary>
    public OnefileEnvironment Environment { get; init; }

    /// <summary>What ties records together.</summary>
    public LinkBy LinkBy { get; init; }

    /// <summary>The way in which PICSWeb was read: Api, ExportedLists, both, or None.</summary>
    public string PicsWebBy { get; init; } = "";

    /// <summary>When the report was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>True where the cache alone was asked.</summary>
    public bool Offline { get; init; }

    /// <summary>How old the lists are that the report rests on.</summary>
    public IReadOnlyList<ListAgeLine> Ages { get; init; } = [];

    /// <summary>Officers, then organisations.</summary>
    public IReadOnlyList<ReportedKind> Kinds { get; init; } = [];

    /// <summary>What the readiness rules found, rule by rule, the gravest first.</summary>
    public IReadOnlyList<ReportedRule> Rules { get; init; } = [];

    /// <summary>How many rules were checked.</summary>
    public int RulesAsked { get; init; }

    /// <summary>The standards by code; null where they could not be read.</summary>
    public IReadOnlyList<ReportedStandard>? Standards { get; init; }

    /// <summary>Why the standards could not be read; otherwise null.</summary>
    public string? StandardsNotRead { get; init; }

    /// <summary>What the module changed, day by day.</summary>
    public IReadOnlyList<ReportedDay> Days { get; init; } = [];

    /// <summary>What to do next, in order.</summary>
    public IReadOnlyList<NextStep> Steps { get; init; } = [];
}

/// <summary>The links of one kind.</summary>
/// <param name="Kind">Officer or Organisation.</param>
/// <param name="PicsWeb">What PICSWeb, or the customer, calls the record.</param>
/// <param name="Onefile">What Onefile, or the customer, calls the record.</param>
public sealed record ReportedKind(LinkKind Kind, Term PicsWeb, Term Onefile)
{
    /// <summary>Why the links could not be read; otherwise null.</summary>
    public string? NotRead { get; init; }

    /// <summary>The coverage of each centre; records of PICSWeb alone come last.</summary>
    public IReadOnlyList<CentreCoverage> Centres { get; init; } = [];

    /// <summary>How sure the proposals of the matching are; null where it was not run.</summary>
    public ReportedRisk? Risk { get; init; }

    /// <summary>Records that are out of use and unlinked: they count nowhere.</summary>
    public int OutOfUse { get; init; }

    /// <summary>The links that are not as they should be.</summary>
    public IReadOnlyList<ReportedLink> Links { get; init; } = [];
}

/// <summary>The limit of risk of the matching, and what it did.</summary>
/// <param name="Certain">Certain proposals.</param>
/// <param name="ExpectedWrong">How many of them are expected to be wrong.</param>
/// <param name="MaximumExpectedWrong">How many may be.</param>
/// <param name="KeptBack">What keeps the other proposals below Certain, with the numbers, in words; empty for nothing.</param>
public sealed record ReportedRisk(int Certain, double ExpectedWrong, double MaximumExpectedWrong, string KeptBack);

/// <summary>The number of links in each state, for one centre.</summary>
/// <param name="CentreId">The centre; null for records of PICSWeb that nothing ties to a centre.</param>
/// <param name="Name">Its name.</param>
/// <param name="States">The number in each state that occurs.</param>
public sealed record CentreCoverage(string? CentreId, string Name, IReadOnlyDictionary<LinkState, int> States);

/// <summary>A link that wants a look.</summary>
/// <param name="State">Its state.</param>
/// <param name="Ident">The PICSWeb Ident.</param>
/// <param name="PicsWebName">The PICSWeb record's name.</param>
/// <param name="OnefileId">The Onefile ID.</param>
/// <param name="OnefileName">The Onefile record's name.</param>
/// <param name="Centre">The centre's name.</param>
/// <param name="Detail">Why the state is what it is.</param>
public sealed record ReportedLink(LinkState State, string? Ident, string? PicsWebName, string? OnefileId, string? OnefileName, string? Centre, string Detail);

/// <summary>What one readiness rule found.</summary>
/// <param name="RuleId">The rule's ID.</param>
/// <param name="Title">What is wrong, with the number.</param>
/// <param name="Severity">The gravest severity among its findings.</param>
/// <param name="Remedy">What to do in general.</param>
/// <param name="Findings">What it found.</param>
public sealed record ReportedRule(string RuleId, string Title, FindingSeverity Severity, string Remedy, IReadOnlyList<ReportedFinding> Findings);

/// <summary>One finding of a rule.</summary>
/// <param name="Severity">Its severity.</param>
/// <param name="Target">The record's ID, or null for the whole.</param>
/// <param name="Name">The record's name.</param>
/// <param name="Message">What was found.</param>
/// <param name="Remedy">What to do about this one.</param>
public sealed record ReportedFinding(FindingSeverity Severity, string? Target, string? Name, string Message, string Remedy);

/// <summary>One apprenticeship standard.</summary>
/// <param name="Code">The LARS code.</param>
/// <param name="Title">The title.</param>
/// <param name="Components">Its components.</param>
public sealed record ReportedStandard(string Code, string Title, IReadOnlyList<ReportedComponent> Components);

/// <summary>One component of a standard.</summary>
/// <param name="Component">Which.</param>
/// <param name="State">How the two sides compare.</param>
/// <param name="Excluded">A person has said that it is meant to have no qualification.</param>
/// <param name="Proposed">Recognised by its title alone.</param>
/// <param name="Code">Onefile's code.</param>
/// <param name="VqReference">PICSWeb's VQ Reference.</param>
/// <param name="Detail">Why the state is what it is.</param>
public sealed record ReportedComponent(
    StandardComponentKind Component,
    VqState State,
    bool Excluded,
    bool Proposed,
    string? Code,
    string? VqReference,
    string Detail
);

/// <summary>What was changed on one day, by the clock of the computer that made the report.</summary>
/// <param name="Day">The day, as yyyy-MM-dd.</param>
/// <param name="Made">Written and read back.</param>
/// <param name="Failed">Not written, or in conflict with what somebody else had written.</param>
/// <param name="Undone">Taken back.</param>
/// <param name="LeftToPerson">Put on the worklist.</param>
public sealed record ReportedDay(string Day, int Made, int Failed, int Undone, int LeftToPerson);

/// <summary>One thing to do.</summary>
/// <param name="What">What, in a sentence.</param>
/// <param name="Command">The line to type; null where a screen or another system is the place.</param>
/// <param name="How">How else, where the command alone does not say it.</param>
public sealed record NextStep(string What, string? Command, string? How = null);
