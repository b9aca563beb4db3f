using System.Threading.Tasks;
using PicsOnefile.Runs;

namespace PicsOnefile.Http;

/// <summary>The one way to a system: pacing, retry, renewal of the session, redaction. The seam that tests replace the network at.</summary>
public interface IRestPipeline
{
    /// <summary>Makes the call and answers with a 2xx, or with a status that the request calls an answer.</summary>
    /// <exception cref="Errors.PicsOnefileException">Everything else, told apart by its kind.</exception>
    Task<RestResponse> SendAsync(RestRequest request, RunContext run);
}
