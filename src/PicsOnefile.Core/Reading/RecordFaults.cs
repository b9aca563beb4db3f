using System.Collections.Generic;
using PicsOnefile.Errors;

namespace PicsOnefile.Reading;

/// <summary>
/// Errors that may be about one record alone, so that others may still be read. Every other error is about the connection: a refused token, an unreachable
/// host, a time-out, a rate limit.
/// </summary>
internal static class RecordFaults
{
    private static readonly HashSet<ErrorKind> Kinds =
    [
        ErrorKinds.OnefileDenied,
        ErrorKinds.OnefileRefused,
        ErrorKinds.ServerError,
        ErrorKinds.AnswerUnreadable,
        ErrorKinds.AnswerTooLarge,
        ErrorKinds.BlockedOnTheWay,
    ];

    /// <summary>Checks whether an error may be about one record alone.</summary>
    /// <returns>True for an error that another record may not have.</returns>
    public static bool MayBeOfOne(PicsOnefileException failure) => Kinds.Contains(failure.Kind);

    /// <summary>Checks whether a page came in place of the response. Something between here and the system may have written it.</summary>
    /// <returns>True for a page.</returns>
    public static bool IsPage(PicsOnefileException failure) => failure.Kind == ErrorKinds.BlockedOnTheWay || failure.Kind == ErrorKinds.AnswerUnreadable;
}
