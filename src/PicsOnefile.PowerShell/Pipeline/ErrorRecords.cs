using System;
using System.Management.Automation;
using PicsOnefile.Errors;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>The one place where the core's errors become PowerShell's error records; their table is <see cref="ErrorKinds"/>.</summary>
internal static class ErrorRecords
{
    // PowerShell 7 shows the recommended action below the message; Windows PowerShell shows the message alone.
    private static readonly bool ShowsAction = Environment.Version.Major > 4;

    public static ErrorRecord From(PicsOnefileException failure) =>
        new(failure, failure.Kind.Id, Category(failure.Kind), failure.Target)
        {
            ErrorDetails = new ErrorDetails(ShowsAction ? failure.Message : $"{failure.Message} {failure.Kind.Action}")
            {
                RecommendedAction = failure.Kind.Action,
            },
        };

    private static ErrorCategory Category(ErrorKind kind) =>
        Enum.TryParse<ErrorCategory>(kind.Category.ToString(), out var category) ? category : ErrorCategory.NotSpecified;
}
