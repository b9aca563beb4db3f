using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PicsOnefile.Sandbox.Switches;

/// <summary>One switch on the command line: <c>--switch name=value</c>.</summary>
/// <param name="Name">The name before the equals sign.</param>
/// <param name="Values">The possible values; <c>number</c> for a whole number above 0.</param>
/// <param name="Question">What is unknown about the real system.</param>
/// <param name="Get">The value's text.</param>
/// <param name="Set">The switches with the value set.</param>
public sealed record TwinSwitch(
    string Name,
    IReadOnlyList<string> Values,
    string Question,
    Func<TwinSwitches, string> Get,
    Func<TwinSwitches, string, TwinSwitches> Set
)
{
    public string Default => Get(new TwinSwitches());
}

/// <summary>All switches, in the order of the README's table.</summary>
public static class SwitchTable
{
    private static readonly string[] YesNo = ["yes", "no"];

    public static IReadOnlyList<TwinSwitch> All { get; } =
    [
        Flag("archived-in-searches", "Do user searches return archived accounts?", s => s.ArchivedInSearches, (s, v) => s with { ArchivedInSearches = v }),
        Choice<ArchivedMark>("archived-flag", "Which property tells an archived account?", s => s.ArchivedMark, (s, v) => s with { ArchivedMark = v }),
        Choice<ArchivedPlace>(
            "archived-flag-place",
            "Where does the flag of archived accounts stand?",
            s => s.ArchivedPlace,
            (s, v) => s with { ArchivedPlace = v },
            hyphens: true
        ),
        Choice<BirthDateName>("birth-date-name", "Under which name is a birth date read?", s => s.BirthDateName, (s, v) => s with { BirthDateName = v }),
        Flag("misid-in-placement-rows", "Do placement rows carry MISID?", s => s.MisIdInPlacementRows, (s, v) => s with { MisIdInPlacementRows = v }),
        new(
            "page-size-cap",
            ["none", "number"],
            "Is the page size capped silently?",
            s => s.PageSizeCap?.ToString(CultureInfo.InvariantCulture) ?? "none",
            SetCap
        ),
        Choice<PageOrder>(
            "page-order",
            "Is the order between pages stable, does it move, is the page number ignored?",
            s => s.PageOrder,
            (s, v) => s with { PageOrder = v }
        ),
        Choice<PlainSearch>(
            "plain-search",
            "Does a search without page segments answer the whole list, or as much as a page holds?",
            s => s.PlainSearch,
            (s, v) => s with { PlainSearch = v }
        ),
        Choice<ErrorBodies>("error-bodies", "What is in the bodies of 401, 403, 404 and 429?", s => s.ErrorBodies, (s, v) => s with { ErrorBodies = v }),
        Flag("retry-after", "Does a 429 carry Retry-After?", s => s.RetryAfter, (s, v) => s with { RetryAfter = v }),
        Choice<CallWindow>(
            "call-window",
            "Does the limit count in whole minutes or in the last sixty seconds?",
            s => s.CallWindow,
            (s, v) => s with { CallWindow = v }
        ),
        Flag(
            "authentication-counts",
            "Does Authentication count towards the limit?",
            s => s.AuthenticationCounts,
            (s, v) => s with { AuthenticationCounts = v }
        ),
        Choice<AbsentFields>(
            "partial-placement",
            "Does a placement update blank or keep what its body leaves out?",
            s => s.PartialPlacement,
            (s, v) => s with { PartialPlacement = v }
        ),
        new(
            "placement-update-status",
            ["200", "202", "204"],
            "Which status answers a placement update?",
            s => s.PlacementUpdateStatus.ToString(CultureInfo.InvariantCulture),
            (s, v) => s with { PlacementUpdateStatus = int.Parse(v, CultureInfo.InvariantCulture) }
        ),
        Choice<Clearing>("clearing", "What empties a field: \"\", null, both, nothing?", s => s.Clearing, (s, v) => s with { Clearing = v }),
        Choice<CodePlace>("code-place", "Where does a standard's code stand?", s => s.CodePlace, (s, v) => s with { CodePlace = v }),
        Choice<SessionText>("session-text", "Is the session's text plain or quoted?", s => s.SessionText, (s, v) => s with { SessionText = v }),
        Choice<AssignedStandards>(
            "assigned-standards",
            "What does AssignedStandards answer?",
            s => s.AssignedStandards,
            (s, v) => s with { AssignedStandards = v }
        ),
        Choice<AddressForm>("address-form", "How is a placement's address written?", s => s.AddressForm, (s, v) => s with { AddressForm = v }),
        Choice<MisValues>("mis-values", "Are MIS Values stored, ignored (not enabled) or refused?", s => s.MisValues, (s, v) => s with { MisValues = v }),
        Choice<AuthenticationAnswer>(
            "authentication-answer",
            "What form has PICSWeb's token?",
            s => s.AuthenticationAnswer,
            (s, v) => s with { AuthenticationAnswer = v }
        ),
        Choice<Concurrency>("concurrency", "How does PICSWeb guard against crossed writes?", s => s.Concurrency, (s, v) => s with { Concurrency = v }),
        Choice<AbsentFields>(
            "partial-put",
            "Does PICSWeb's PUT blank or keep what its body leaves out?",
            s => s.PartialPut,
            (s, v) => s with { PartialPut = v }
        ),
        Choice<OpenApi>("openapi", "Is there an OpenAPI document, and for whom?", s => s.OpenApi, (s, v) => s with { OpenApi = v }),
        new(
            "picsweb-prefix",
            ["/api/v1", "/app/api/v1"],
            "Which path stands before PICSWeb's routes?",
            s => s.PicsWebPrefix,
            (s, v) => s with { PicsWebPrefix = v }
        ),
        Flag(
            "picsweb-calls-count",
            "Do PICSWeb's own calls count towards Onefile's limit?",
            s => s.PicsWebCallsCount,
            (s, v) => s with { PicsWebCallsCount = v }
        ),
    ];

    /// <summary>The switches with one <c>name=value</c> applied.</summary>
    /// <exception cref="FormatException">No such switch or value; the message lists what there is.</exception>
    public static TwinSwitches Apply(TwinSwitches switches, string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? assignment : assignment[..equals],
            value = equals < 0 ? "" : assignment[(equals + 1)..].Trim().ToLowerInvariant();
        var found = All.FirstOrDefault(item => string.Equals(item.Name, name.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"There is no switch '{name}'. The switches are: {string.Join(", ", All.Select(item => item.Name))}.");
        var number = found.Values.Contains("number") && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var cap) && cap > 0;
        if (!number && (value == "number" || !found.Values.Contains(value)))
            throw new FormatException($"The switch '{found.Name}' cannot be '{value}'. It can be: {string.Join(", ", found.Values)}.");
        return found.Set(switches, value);
    }

    private static TwinSwitch Flag(string name, string question, Func<TwinSwitches, bool> get, Func<TwinSwitches, bool, TwinSwitches> set) =>
        new(name, YesNo, question, switches => get(switches) ? "yes" : "no", (switches, value) => set(switches, value == "yes"));

    private static TwinSwitch Choice<T>(string name, string question, Func<TwinSwitches, T> get, Func<TwinSwitches, T, TwinSwitches> set, bool hyphens = false)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>().ToDictionary(value => Spelt(value.ToString(), hyphens));
        return new(name, [.. values.Keys], question, switches => Spelt(get(switches).ToString(), hyphens), (switches, value) => set(switches, values[value]));
    }

    private static string Spelt(string value, bool hyphens) =>
        string.Concat(value.Select((letter, index) => hyphens && index > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant();

    private static TwinSwitches SetCap(TwinSwitches switches, string value) =>
        switches with
        {
            PageSizeCap = value == "none" ? null : int.Parse(value, CultureInfo.InvariantCulture),
        };
}
