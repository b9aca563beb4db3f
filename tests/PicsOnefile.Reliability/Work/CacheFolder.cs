using System;
using System.IO;
using System.Threading.Tasks;

namespace PicsOnefile.Reliability.Work;

/// <summary>A folder on the disk for the cache file of one round.</summary>
public static class CacheFolder
{
    /// <summary>Makes the folder, runs the round with the path of a cache file in it, and removes the folder whatever came of it.</summary>
    public static async Task<T> UseAsync<T>(Func<string, Task<T>> round)
    {
        string folder = Directory.CreateTempSubdirectory("pof-reliability-").FullName;
        try
        {
            return await round(Path.Combine(folder, "cache.db"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
