using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Runs;

namespace PicsOnefile.Qualifications;

/// <summary>What a rule says: an error that refuses the request, or what the request counts as where there is nothing to do.</summary>
/// <param name="Error">The error; null for none.</param>
/// <param name="As">What a request without an error counts as.</param>
internal sealed record VqVerdict(ErrorKind? Error, ResultKind As)
{
    public static implicit operator VqVerdict(ErrorKind error) => new(error, ResultKind.Refused);

    public static implicit operator VqVerdict(ResultKind kind) => new(null, kind);

    /// <summary>Makes the step of a plan.</summary>
    public PlanStep Step(object target, string message) =>
        Error is null ? new PlanStep.Skipped(message, As) : new PlanStep.Refused(Error.For(target, message));
}
