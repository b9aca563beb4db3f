namespace PicsOnefile.Sandbox.Faults;

/// <summary>What goes wrong. "Done" means that the call's work is done although its response is spoilt.</summary>
public enum FaultKind
{
    /// <summary>429 with Retry-After.</summary>
    TooManyRequests,

    /// <summary>429 without Retry-After.</summary>
    TooManyRequestsBare,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>502 with an HTML page.</summary>
    BadGateway,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>No response until the client gives up, or the fault's milliseconds have passed; the connection is cut then.</summary>
    TimeOut,

    /// <summary>The connection is cut before the work.</summary>
    CutBefore,

    /// <summary>Done; half of the body arrives, then the connection is cut.</summary>
    CutDuring,

    /// <summary>Done; the whole body arrives, then the connection is cut.</summary>
    CutAfter,

    /// <summary>Done; no byte of the response arrives.</summary>
    AnswerLost,

    /// <summary>Done; the body ends in the middle, with a Content-Length that says that this is all.</summary>
    HalfJson,

    /// <summary>200 with an HTML page; not done.</summary>
    Html,

    /// <summary>Done; the right body under the content type of a web page.</summary>
    WrongContentType,

    /// <summary>200 with an error's body; not done.</summary>
    ErrorBody,

    /// <summary>Done; the body drips byte by byte, with the fault's milliseconds between.</summary>
    SlowDrip,

    /// <summary>All Onefile sessions end before the call.</summary>
    SessionEnded,

    /// <summary>All PICSWeb bearer tokens end before the call.</summary>
    BearerEnded,

    /// <summary>The page begins with the last record of the page before.</summary>
    PageOverlap,

    /// <summary>The page is the page before once more.</summary>
    PageRepeat,

    /// <summary>The page lacks its last record.</summary>
    PageShrink,

    /// <summary>The twin's clock jumps by the fault's milliseconds before the call; backwards where they are negative.</summary>
    ClockJump,

    /// <summary>
    /// Before the call, another administrator edits its record (of a list, one of its records): a telephone number, an e-mail address, or the linking field
    /// itself.
    /// </summary>
    OtherEdit,

    /// <summary>200 with a body of JSON that does not end before two gibibytes; not done.</summary>
    EndlessBody,

    /// <summary>200 with a small compressed body that unpacks to half a gibibyte; not done.</summary>
    CompressedBomb,

    /// <summary>200 with JSON nested a hundred thousand deep; not done.</summary>
    DeepJson,

    /// <summary>Done; every property of the response is there twice, first as null.</summary>
    DoubledKeys,

    /// <summary>Done; every number of the response is larger than any integer.</summary>
    NumbersOutOfRange,

    /// <summary>An error with the fault's status that repeats the secrets it was sent, headers and body alike, in the fault's spelling; not done.</summary>
    Echo,
}
