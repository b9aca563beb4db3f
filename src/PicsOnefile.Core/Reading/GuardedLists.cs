using System;

namespace PicsOnefile.Reading;

/// <summary>Which lists are guarded: each has the name of its record.</summary>
internal static class GuardedLists
{
    public static bool Has<T>() => Enum.IsDefined(typeof(GuardedList), typeof(T).Name);
}
