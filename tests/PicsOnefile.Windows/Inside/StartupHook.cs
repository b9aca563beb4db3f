using System;
using System.IO;
using System.Runtime.InteropServices;

/// <summary>
/// What .NET calls before the main method of each program that is started through Wine (DOTNET_STARTUP_HOOKS). It mends how Wine 8 passes on exceptions. Wine
/// has a list of handlers for each thread, on the stack. It adds an entry before it calls a handler, and takes it off when that returns. .NET's handler does
/// not return: it goes on in the catch block. The entry stays, and the stack overwrites it. The next exception calls what is there, which is another
/// exception. So it goes on until the stack is full; then the thread ends without a word, and the program waits for ever. Exceptions that leave a method
/// called by reflection take this way, as those of mocks do.
/// </summary>
internal static unsafe class StartupHook
{
    // An end of the list.
    private const nint None = -1;

    // A handle that means the thread which uses it.
    private const nint Current = -2;

    private static delegate* unmanaged<nint, int, ThreadInformation*, int, nint, int> _ask;

    [ThreadStatic]
    private static nint* _list;

    /// <summary>Empties the list whenever an exception is thrown, which is before its catch block is entered. Windows itself uses no such list.</summary>
    public static void Initialize()
    {
        var windows = NativeLibrary.Load(Path.Combine(Environment.SystemDirectory, "ntdll.dll"));
        if (!NativeLibrary.TryGetExport(windows, "wine_get_version", out _))
            return;
        _ask = (delegate* unmanaged<nint, int, ThreadInformation*, int, nint, int>)NativeLibrary.GetExport(windows, "NtQueryInformationThread");
        AppDomain.CurrentDomain.FirstChanceException += (_, _) => Empty();
    }

    private static void Empty()
    {
        if (_list == null)
        {
            ThreadInformation thread;
            if (_ask(Current, 0, &thread, sizeof(ThreadInformation), 0) != 0)
                return;
            _list = thread.Data;
        }

        *_list = None;
    }

    // THREAD_BASIC_INFORMATION. The list is the first of the thread's data.
    [StructLayout(LayoutKind.Sequential, Size = 48)]
    private struct ThreadInformation
    {
        public int ExitStatus;
        public nint* Data;
    }
}
