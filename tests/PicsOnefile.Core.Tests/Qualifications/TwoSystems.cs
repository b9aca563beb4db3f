using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Moq;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Errors;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb;
using PicsOnefile.Records;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;

namespace PicsOnefile.Core.Tests.Qualifications;

/// <summary>Onefile's learning aims and PICSWeb's qualifications behind the core's seams, with a real cache between.</summary>
internal sealed class TwoSystems : IDisposable
{
    private readonly CacheFolder _folder = new();

    public TwoSystems()
    {
        Onefile.Setup(onefile => onefile.GetCentresAsync(It.IsAny<OnefileCustomer>(), It.IsAny<RunContext>())).ReturnsAsync(() => Centres);
        Onefile
            .Setup(onefile => onefile.GetLearningAimsAsync(It.IsAny<Centre>(), It.IsAny<RunContext>()))
            .ReturnsAsync((Centre centre, RunContext _) => [.. Aims.Where(aim => aim.CentreId == centre.CentreId)]);
        Onefile
            .Setup(onefile => onefile.SearchAssessorsAsync(It.IsAny<Centre>(), It.IsAny<AssessorFilter>(), It.IsAny<RunContext>()))
            .Returns(AsyncEnumerable.Empty<Assessor>());
        Onefile
            .Setup(onefile => onefile.SearchPlacementsAsync(It.IsAny<Centre>(), It.IsAny<string?>(), It.IsAny<RunContext>()))
            .Returns(AsyncEnumerable.Empty<Placement>());
        PicsWeb.Setup(picsWeb => picsWeb.Operations).Returns(Operations);
        PicsWeb.Setup(picsWeb => picsWeb.CanRead(PicsWebOperation.QualificationsList)).Returns(true);
        PicsWeb.Setup(picsWeb => picsWeb.CanWrite(RecordKind.Qualification)).Returns(() => CanWrite);
        PicsWeb.Setup(picsWeb => picsWeb.GetQualificationsAsync(It.IsAny<RunContext>())).ReturnsAsync(() => [.. Qualifications]);
        PicsWeb
            .Setup(picsWeb => picsWeb.ReadAsync(RecordKind.Qualification, It.IsAny<string>(), It.IsAny<RunContext>()))
            .ReturnsAsync((RecordKind _, string id, RunContext _) => Record(id));
        PicsWeb
            .Setup(picsWeb => picsWeb.WriteAsync(It.IsAny<RemoteRecord>(), "VqReference", It.IsAny<string?>(), It.IsAny<RunContext>()))
            .Returns((RemoteRecord record, string _, string? value, RunContext _) => Write(record.RecordId, value));
        Cache = _folder.Open();
        Session = Open(Cache);
        Run = new RunContext(Log, CancellationToken.None);
    }

    public Mock<IOnefileClient> Onefile { get; } = new();

    public Mock<IPicsWeb> PicsWeb { get; } = new();

    public List<Centre> Centres { get; } = [new() { CentreId = "1", Name = "North" }];

    public List<LearningAim> Aims { get; } = [];

    public List<Qualification> Qualifications { get; } = [];

    public Dictionary<PicsWebOperation, OperationAvailability> Operations { get; } = [];

    public bool CanWrite { get; set; } = true;

    /// <summary>Qualifications whose updates PICSWeb refuses.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>True where PICSWeb itself never lets two qualifications carry one reference.</summary>
    public bool ReferencesAreUnique { get; set; }

    public Cache.CacheFolder Folder => _folder;

    public PicsOnefile.Cache.IMappingCache Cache { get; }

    public PicsOnefileSession Session { get; }

    public CollectedLog Log { get; } = new();

    public RunContext Run { get; }

    /// <summary>What PICSWeb has as the qualification's VQ Reference.</summary>
    public string? Reference(string id) => Qualifications.Single(qualification => qualification.QualificationId == id).VqReference;

    /// <summary>Another session with the same cache file, as another shell has it. It is closed with the folder.</summary>
    public PicsOnefileSession OpenAnother() => Open(_folder.Open());

    /// <summary>
    /// A session of the same cache whose journal is intercepted: the function gets the journal and the name of what is called, and returns null to let it be.
    /// </summary>
    public PicsOnefileSession OpenWith(Func<PicsOnefile.Cache.IJournal, string, object?> intercept)
    {
        var cache = _folder.Open();
        var journal = Intercepted.Of<PicsOnefile.Cache.IJournal>(cache.Journal, intercept);
        return Open(Intercepted.Of<PicsOnefile.Cache.IMappingCache>(cache, (_, method) => method == "get_Journal" ? journal : null));
    }

    public void Dispose()
    {
        Session.Dispose();
        _folder.Dispose();
    }

    private PicsOnefileSession Open(PicsOnefile.Cache.IMappingCache cache) =>
        new(
            new SessionParts
            {
                Workspace = new()
                {
                    Profile = new PicsOnefileProfile { ProfileName = "College", LinkBy = LinkBy.AdditionalId },
                    Customer = new OnefileCustomer("1", "A college"),
                    Onefile = Onefile.Object,
                    PicsWeb = PicsWeb.Object,
                    Cache = cache,
                    Clock = _folder.Clock,
                },
                OnefileAddress = "https://onefile.example",
                Account = "account",
            }
        );

    private RemoteRecord? Record(string id) =>
        Qualifications.FirstOrDefault(qualification => qualification.QualificationId == id) is { } found
            ? new RemoteRecord(RecordKind.Qualification, id, new Dictionary<string, string?> { ["VqReference"] = found.VqReference }, null, null)
            : null;

    private System.Threading.Tasks.Task Write(string id, string? value)
    {
        if (Refused.Contains(id) || (ReferencesAreUnique && Qualifications.Any(other => other.QualificationId != id && other.VqReference == value)))
            throw ErrorKinds.PicsWebRefused.For(id, "PICSWeb says no.");
        var at = Qualifications.FindIndex(qualification => qualification.QualificationId == id);
        Qualifications[at] = Qualifications[at] with { VqReference = value };
        return System.Threading.Tasks.Task.CompletedTask;
    }
}
