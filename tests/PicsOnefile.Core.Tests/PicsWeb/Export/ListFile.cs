using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.PicsWeb.Export;
using PicsOnefile.Runs;

namespace PicsOnefile.Core.Tests.PicsWeb.Export;

/// <summary>An exported list in the system's folder for temporary files, gone when the test is.</summary>
internal sealed class ListFile : IDisposable
{
    public ListFile(string text, Encoding? encoding = null)
        : this((encoding ?? new UTF8Encoding(false)).GetPreamble().Concat((encoding ?? new UTF8Encoding(false)).GetBytes(text)).ToArray()) { }

    public ListFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"picsonefile-{Guid.NewGuid():N}.csv");

    public RunRecord Log { get; } = new();

    public RunContext Run => new(Log, CancellationToken.None);

    public IReadOnlyDictionary<string, string>? Columns { get; init; }

    private ExportedList List => new(Path, Columns);

    public Task<IReadOnlyList<Officer>> OfficersAsync() => new ExportedLists(officers: List).GetOfficersAsync(Run);

    public Task<IReadOnlyList<Organisation>> OrganisationsAsync() => new ExportedLists(organisations: List).GetOrganisationsAsync(Run);

    public Task<IReadOnlyList<Qualification>> QualificationsAsync() => new ExportedLists(qualifications: List).GetQualificationsAsync(Run);

    public Task<IReadOnlyList<Learner>> LearnersAsync() => new ExportedLists(learners: List).GetLearnersAsync(Run);

    public void Dispose() => File.Delete(Path);
}
