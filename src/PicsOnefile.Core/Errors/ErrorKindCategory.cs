namespace PicsOnefile.Errors;

/// <summary>The members of PowerShell's ErrorCategory that this module uses, by the same names; the core knows nothing of PowerShell.</summary>
public enum ErrorKindCategory
{
    /// <summary>A token or password was not accepted.</summary>
    AuthenticationError,

    /// <summary>The account may not do this.</summary>
    PermissionDenied,

    /// <summary>An ID that the other side does not have.</summary>
    ObjectNotFound,

    /// <summary>The record holds another value than expected.</summary>
    ResourceExists,

    /// <summary>A limit of calls, size or depth.</summary>
    LimitsExceeded,

    /// <summary>No response in time.</summary>
    OperationTimeout,

    /// <summary>No connection, or it broke.</summary>
    ConnectionError,

    /// <summary>An invalid response or file.</summary>
    InvalidData,

    /// <summary>A parameter that cannot be right.</summary>
    InvalidArgument,

    /// <summary>Not possible in this state.</summary>
    InvalidOperation,

    /// <summary>The system does not offer it.</summary>
    NotEnabled,

    /// <summary>A file or system that cannot be used now.</summary>
    ResourceUnavailable,

    /// <summary>A certificate, a redirect or an address that must not be trusted.</summary>
    SecurityError,

    /// <summary>A text that cannot be parsed.</summary>
    ParserError,

    /// <summary>A file that cannot be read.</summary>
    ReadError,

    /// <summary>A file or a record that could not be written.</summary>
    WriteError,
}
