using System;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PicsOnefile.Cache;

/// <summary>Functions of SQLite that Microsoft.Data.Sqlite does not offer.</summary>
internal static class NativeSqlite
{
    // sqlite.org/c3ref/c_fcntl_begin_atomic_write.html; supported by the Unix file system layer. Windows does not let an open database be moved.
    private const int HasMovedOperation = 20;
    private const int NoCheckpointOnClose = 1006;

    /// <summary>
    /// The file was opened without the right to write: SQLite falls back to reading, silently, until the first write.
    /// </summary>
    public static bool IsReadOnly(SqliteConnection connection) => raw.sqlite3_db_readonly(connection.Handle, "main") == 1;

    /// <summary>The file was deleted, renamed or replaced since it was opened: what is written now would be lost with the last handle.</summary>
    public static bool HasMoved(SqliteConnection connection)
    {
        var handle = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        return FileControl(handle.DangerousGetHandle(), IntPtr.Zero, HasMovedOperation, out var moved) == raw.SQLITE_OK && moved != 0;
    }

    /// <summary>
    /// Whether closing the last connection leaves the log as it is, or moves it into the file and removes it, as is usual
    /// (sqlite.org/c3ref/c_dbconfig_defensive.html, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE).
    /// </summary>
    public static void KeepLog(SqliteConnection connection, bool keep) =>
        _ = raw.sqlite3_db_config(connection.Handle, NoCheckpointOnClose, keep ? 1 : 0, out _);

    /// <summary>
    /// Takes the file for this connection alone, without waiting, so that the index of the log is kept in its own memory (sqlite.org/wal.html, "Use of WAL
    /// Without Shared-Memory"). False where anybody has it open.
    /// </summary>
    public static bool TryLockAlone(SqliteConnection connection)
    {
        // By itself, for the provider repeats for seconds what SQLite refuses at once.
        var code = raw.sqlite3_exec(connection.Handle, "PRAGMA locking_mode = EXCLUSIVE; SELECT count(*) FROM sqlite_schema");
        return code is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED);
    }

    /// <summary>Whether a process, this one or another, is in the middle of writing the file: what lies beside it then is not left.</summary>
    public static bool HasWriter(SqliteConnection connection)
    {
        var handle = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        if (FilePointer(handle.DangerousGetHandle(), IntPtr.Zero, FilePointerOperation, out var file) != raw.SQLITE_OK || file == IntPtr.Zero)
            return false;
        var check = Marshal.GetDelegateForFunctionPointer<CheckReservedLock>(Marshal.ReadIntPtr(Marshal.ReadIntPtr(file), CheckReservedLockAt * IntPtr.Size));
        return check(file, out var reserved) == raw.SQLITE_OK && reserved != 0;
    }

    // sqlite.org/c3ref/io_methods.html: after the version, which takes the place of a pointer, the ninth method.
    private const int CheckReservedLockAt = 9;
    private const int FilePointerOperation = 7;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int CheckReservedLock(IntPtr file, out int reserved);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FilePointer(IntPtr database, IntPtr name, int operation, out IntPtr file);

    // A null name is the main database.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int FileControl(IntPtr database, IntPtr name, int operation, out int answer);
}
