using System;
using System.Linq;

namespace PicsOnefile.Files;

/// <summary>Recognises the errors of Windows for a file that another program has open (learn.microsoft.com/windows/win32/debug/system-error-codes).</summary>
internal static class SharingViolation
{
    // The upper half of an HRESULT that carries an error of Windows.
    private const int FromWindows = unchecked((int)0x80070000);

    // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, ERROR_UNABLE_TO_REMOVE_REPLACED and ERROR_USER_MAPPED_FILE.
    private static readonly int[] Codes = [32, 33, 1175, 1224];

    /// <summary>Whether an exception is one of them; on other systems none is.</summary>
    public static bool Is(Exception failure) => Codes.Contains(failure.HResult ^ FromWindows);
}
