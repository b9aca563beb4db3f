using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Sandbox.Account;
using PicsOnefile.Sandbox.Faults;
using PicsOnefile.Sandbox.Onefile;
using PicsOnefile.Sandbox.PicsWeb;
using PicsOnefile.Sandbox.World;
using PicsOnefile.Sandbox.World.Folder;
using PicsOnefile.Sandbox.World.Generation;

namespace PicsOnefile.Sandbox;

/// <summary>
/// Both systems without the network: the world, the clock, what PICSWeb does by itself, and the twin's judgement. Its methods take the world's lock; who
/// reaches into <see cref="World"/> while the server runs takes it too.
/// </summary>
public sealed class Twin
{
    private readonly Enrolment _enrolment;
    private readonly DailySync _dailySync;
    private readonly Judge _judge;
    private int _pageShift;

    public Twin(TwinOptions options)
    {
        Options = options;
        World = options.ReadyWorld ?? (options.DataFolder is { } folder ? WorldFolder.Read(folder) : WorldGenerator.Generate(options.World));
        Clock = new TwinClock(options.FrozenClock, options.Time);
        Credentials = new Credentials(options.World.Seed, options.Environment);
        OnefileSessions = new SessionStore(Clock, 's');
        PicsWebSessions = new SessionStore(Clock, 'b');
        Writes = new WriteLog(Clock);
        Limit = new CallLimit(Clock, options.CallLimit, options.Switches.CallWindow);
        Faults = new FaultTable(options.World.Seed);
        Connection = new OnefileConnection(this);
        var upload = new RecordUpload(this);
        _enrolment = new Enrolment(this, upload);
        _dailySync = new DailySync(this, upload);
        _judge = new Judge(World, Log);
    }

    public TwinOptions Options { get; }

    public TwinWorld World { get; }

    public TwinClock Clock { get; }

    public Credentials Credentials { get; }

    public SessionStore OnefileSessions { get; }

    public SessionStore PicsWebSessions { get; }

    public CallLimit Limit { get; }

    public CallCount Calls { get; } = new();

    /// <summary>What clients wrote through the two APIs.</summary>
    public WriteLog Writes { get; }

    public FaultTable Faults { get; }

    public EnrolmentLog Log { get; } = new();

    /// <summary>PICSWeb's connection to Onefile, as its settings make it.</summary>
    public OnefileConnection Connection { get; }

    /// <summary>
    /// Called before each call to either system, with <c>METHOD /path</c>, outside the world's lock: the place for another administrator's edit in the middle
    /// of a run.
    /// </summary>
    public Action<string>? BeforeCall { get; set; }

    /// <summary>Called after each call to either system, when its work is done and its response, if there is one, has been sent.</summary>
    public Action<string>? AfterCall { get; set; }

    /// <summary>Idents of the learners who wait for their enrolment, in the order of their IDs.</summary>
    public IReadOnlyList<string> WaitingLearners()
    {
        lock (World.Gate)
            return World.Learners.Values.Where(learner => learner.AwaitsEnrolment).Select(learner => learner.Ident).ToList();
    }

    /// <summary>Adds the learners that are missing to cover every live record (see <see cref="LearnerCover"/>) and returns all who wait.</summary>
    public IReadOnlyList<string> CoverLearners()
    {
        lock (World.Gate)
            new LearnerCover(World, Options.World.Seed).Complete();
        return WaitingLearners();
    }

    /// <summary>Enrols learners in PICSWeb, by default all who wait.</summary>
    public IReadOnlyList<EnrolmentResult> Enrol(IEnumerable<string>? learners = null)
    {
        lock (World.Gate)
            return _enrolment.Enrol([.. learners ?? WaitingLearners()]);
    }

    /// <summary>Runs PICSWeb's daily sync once.</summary>
    public SyncResult Sync()
    {
        lock (World.Gate)
            return _dailySync.Run();
    }

    /// <summary>The judgement so far.</summary>
    public TwinAccount Account()
    {
        lock (World.Gate)
            return _judge.Account();
    }

    /// <summary>What truth says is on both sides among the records of these learners (by default all who wait), whether or not they are enrolled yet.</summary>
    public IReadOnlyList<KnownOnBothSides> OnBothSides(IEnumerable<string>? learners = null)
    {
        lock (World.Gate)
            return _judge.OnBothSides([.. learners ?? WaitingLearners()]);
    }

    /// <summary>Enters the customer token and the environment in PICSWeb's Settings window and turns the integration on, as a person does.</summary>
    public void EnableIntegration()
    {
        lock (World.Gate)
        {
            (World.Integration.CustomerToken, World.Integration.Environment, World.Integration.Enabled) = (
                Credentials.CustomerToken,
                Credentials.Environment,
                true
            );
            World.Integration.Version++;
            Connection.RefreshQualificationLinks();
        }
    }

    /// <summary>Counts calls that PICSWeb makes itself, where the switch says that they share the customer's limit.</summary>
    public void CountPicsWebCalls(int calls)
    {
        for (var call = 0; call < calls && Options.Switches.PicsWebCallsCount; call++)
            Limit.TryTake(out _);
    }

    /// <summary>By how many records the lists have moved on so far (see the switch <c>page-order</c>).</summary>
    internal int NextPageShift(bool moves) => moves ? ++_pageShift : _pageShift;
}
