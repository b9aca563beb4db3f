using System.Threading;
using System.Threading.Tasks;

namespace PicsOnefile.Http;

/// <summary>Grants calls under a limit per minute. The cache implements it, so that all processes of one cache share the limit.</summary>
public interface ICallBudget
{
    /// <summary>Comes back when one more call may be made now; right under a fixed and under a sliding window.</summary>
    Task AcquireAsync(CancellationToken cancellation);
}
