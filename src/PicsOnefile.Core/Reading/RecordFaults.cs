using System.Collections.Generic;
using PicsOnefile.Errors;

namespace PicsOnefile.Reading;

/// <summary>
/// Errors that may be about the one record that was asked for: others may be read all the same. Every other error (a refused token, a host that is not
/// reached, a time-out, a call limit) is about the connection.
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

    /// <summary>Whether an error may be about one record alone.</summary>
    public static bool MayBeOfOne(PicsOnefileException failure) => Kinds.Contains(failure.Kind);

    /// <summary>Whether a page came in place of the answer, so that something between here and the system may have written it.</summary>
    public static bool IsPage(PicsOnefileException failure) => failure.Kind == ErrorKinds.BlockedOnTheWay || failure.Kind == ErrorKinds.AnswerUnreadable;
}
