using System.Threading.Tasks;
using PicsOnefile.Runs;

namespace PicsOnefile.Http;

/// <summary>Sends all calls to one system, with rate limit, retry, session renewal and redaction. Tests replace the network here.</summary>
public interface IRestPipeline
{
    /// <summary>Sends a request and retries where that is safe.</summary>
    /// <param name="request">The request.</param>
    /// <param name="run">The run.</param>
    /// <returns>A response with a 2xx status, or with a status in <see cref="RestRequest.AcceptedStatusCodes"/>.</returns>
    /// <exception cref="Errors.PicsOnefileException">Any other outcome; its kind names the error.</exception>
    /// <exception cref="System.OperationCanceledException">The run was stopped.</exception>
    Task<RestResponse> SendAsync(RestRequest request, RunContext run);
}
