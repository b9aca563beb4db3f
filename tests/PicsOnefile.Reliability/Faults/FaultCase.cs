using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Sandbox.Faults;

namespace PicsOnefile.Reliability.Faults;

/// <summary>One line of the table: a fault, how often it strikes, and how fast time runs meanwhile.</summary>
/// <param name="Name">The fault in words, as the table shows it.</param>
/// <param name="Faults">The lines of the twin's fault table.</param>
public sealed record FaultCase(string Name, params Fault[] Faults)
{
    /// <summary>How many seconds pass in one. A time-out of 100 s must still be long for an honest call.</summary>
    public double Speed { get; init; } = 500;

    /// <summary>The client's own clock jumps about too, by so much.</summary>
    public TimeSpan ClientJump { get; init; }

    // A call that is answered so is not made again: the run stops, so that no run would come past its lists at a higher rate.
    private static FaultKind[] Hostile =>
        [FaultKind.EndlessBody, FaultKind.CompressedBomb, FaultKind.DeepJson, FaultKind.DoubledKeys, FaultKind.NumbersOutOfRange];

    /// <summary>Every fault of the issue, at the rate at which it still leaves work to be done.</summary>
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        new("none", []),
        Of("429 with Retry-After", FaultKind.TooManyRequests, 0.3) with
        {
            Speed = 500,
        },
        Of("429 without Retry-After", FaultKind.TooManyRequestsBare, 0.3) with
        {
            Speed = 1_000,
        },
        Of("500", FaultKind.ServerError, 0.3),
        Of("502", FaultKind.BadGateway, 0.3),
        Of("503", FaultKind.Unavailable, 0.3),
        Of("time-out", FaultKind.TimeOut, 0.3, milliseconds: 2_000) with
        {
            Speed = 2_000,
        },
        Of("connection cut before the work", FaultKind.CutBefore, 0.3),
        Of("connection cut during the body", FaultKind.CutDuring, 0.3),
        Of("connection cut after the body", FaultKind.CutAfter, 0.3),
        Of("done, and the answer lost", FaultKind.AnswerLost, 0.3),
        Of("half JSON", FaultKind.HalfJson, 0.3),
        Of("HTML instead of JSON", FaultKind.Html, 0.3),
        Of("wrong content type", FaultKind.WrongContentType, 0.3),
        Of("200 with an error body", FaultKind.ErrorBody, 0.3),
        Of("slow drip", FaultKind.SlowDrip, 0.1, milliseconds: 1) with
        {
            Speed = 100,
        },
        new("session ended in the run", Sessions(FaultKind.SessionEnded, "onefile", 0.3)),
        new("bearer token ended in the run", Sessions(FaultKind.BearerEnded, "picsweb", 0.3)),
        Of("pages that overlap", FaultKind.PageOverlap, 0.3),
        Of("pages that repeat", FaultKind.PageRepeat, 0.3),
        Of("pages that shrink", FaultKind.PageShrink, 0.3),
        new("clocks that jump", Line(FaultKind.ClockJump, 0.15, 5_400_000), Line(FaultKind.ClockJump, 0.15, -5_400_000))
        {
            ClientJump = TimeSpan.FromMinutes(40),
        },
        Of("another administrator edits", FaultKind.OtherEdit, 0.3),
        Mixed("hostile answers", 0.01, Hostile),
        Mixed(
            "all of them at once",
            0.3,
            [.. Enum.GetValues<FaultKind>().Except(Hostile).Except([FaultKind.SlowDrip, FaultKind.TimeOut, FaultKind.OtherEdit, FaultKind.ClockJump])]
        ),
    ];

    /// <summary>Whether other people change records meanwhile, so that not everything that was to be linked can be.</summary>
    public bool HasOtherEdits => Faults.Any(fault => fault.Kind == FaultKind.OtherEdit);

    private static FaultCase Of(string name, FaultKind kind, double rate, int? milliseconds = null) => new(name, Line(kind, rate, milliseconds));

    // The rate is that of all together.
    private static FaultCase Mixed(string name, double rate, FaultKind[] kinds) => new(name, [.. kinds.Select(kind => Line(kind, rate / kinds.Length))]);

    private static Fault[] Sessions(FaultKind kind, string side, double rate) => [Line(kind, rate) with { Route = $"* /{side}/*" }];

    private static Fault Line(FaultKind kind, double rate, int? milliseconds = null) =>
        new()
        {
            Kind = kind,
            Rate = rate,
            Milliseconds = milliseconds ?? 100,
        };
}
