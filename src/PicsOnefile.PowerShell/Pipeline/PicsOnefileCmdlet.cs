using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Errors;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>
/// The base of all cmdlets of the module. Work runs on other threads and can be cancelled. Its messages come back to the pipeline's thread, and errors of the
/// core become error records.
/// </summary>
public abstract class PicsOnefileCmdlet : PSCmdlet, IDisposable
{
    // Warnings of the commands of one pipeline: Find-OfficerLink | Set-OfficerLink reads the same lists twice. A runspace runs one pipeline at a time, and its
    // commands are disposed of when all of them have ended.
    private static readonly ConditionalWeakTable<Runspace, HashSet<string>> Warned = new();

    private readonly CancellationTokenSource _cancellation = new();
    private readonly ProgressDisplay _progress;
    private readonly ResultDisplay _result;
    private Terms? _terms;
    private Runspace? _runspace;
    private HashSet<string> _typed = [];

    private protected PicsOnefileCmdlet() => (_progress, _result) = (new ProgressDisplay(() => CallsGranted), new ResultDisplay(this, Tally));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _runspace = Runspace.DefaultRunspace;
        _typed = new(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);
        if (BoundValues.FindUnfit(MyInvocation.BoundParameters) is { } unfit)
            ThrowTerminatingError(ErrorRecords.From(unfit));
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops what is under way; PowerShell calls it whether or not EndProcessing was reached.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        if (Wording is { } form && (Tally.HasBegun || (_cancellation.IsCancellationRequested && !Tally.IsEmpty)))
            _result.ShowStopped(form, _cancellation.IsCancellationRequested);
        _cancellation.Dispose();
        if (_runspace is not null)
            Warned.Remove(_runspace);
    }

    /// <summary>Runs work off the pipeline's thread and shows on that thread what it says, until it ends or is stopped.</summary>
    private protected T Run<T>(Func<RunContext, Task<T>> work)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_cancellation.Token);
        using var queue = new PipelineQueue();
        var log = new RunLog(
            message => queue.Add(() => WriteVerbose(message)),
            message => queue.Add(() => WriteDebug(message)),
            message => queue.Add(() => Warn(message)),
            failure => queue.Add(() => WriteError(failure)),
            progress => queue.Add(() => Show(progress))
        );
        var run = new RunContext(log, stop.Token, Terms, Tally);
        var task = Task.Run(
            async () =>
            {
                try
                {
                    return await work(run).ConfigureAwait(false);
                }
                finally
                {
                    AtEnd(run);
                }
            },
            CancellationToken.None
        );
        try
        {
            // Where the pipeline has enough (Select-Object -First, a stop), the work must end before this cmdlet does.
            queue.WriteUntilEnd(task, stop.Cancel);
        }
        finally
        {
            EndProgress();
        }
        return Result(task);
    }

    /// <summary>Cleans up when work has ended, with or without an error. It may still write messages.</summary>
    private protected virtual void AtEnd(RunContext run) { }

    /// <summary>The calls to Onefile that would be granted now, and those of a minute; null where the cmdlet has no connection.</summary>
    private protected virtual (int Left, int Limit)? CallsGranted => null;

    /// <summary>What the customer calls the records; the vendors' words where the cmdlet has no connection.</summary>
    private protected Terms Terms
    {
        get => _terms ?? Terms.Vendors;
        set => _terms = value;
    }

    private protected void Run(Func<RunContext, Task> work) =>
        Run(async run =>
        {
            await work(run).ConfigureAwait(false);
            return true;
        });

    /// <summary>Does what the core refuses with an exception, and ends the cmdlet with its error record.</summary>
    private protected T OrEnd<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (PicsOnefileException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure));
            throw;
        }
    }

    /// <summary>Whether the parameter was given on the line, and not by the pipeline.</summary>
    private protected bool IsTyped(string parameter) => _typed.Contains(parameter);

    /// <summary>Says whether a name fits a parameter's pattern; null for no pattern. Ends the cmdlet where it is none.</summary>
    private protected Func<string, bool>? Fits(string? pattern) => OrEnd(() => Wildcard.Predicate(pattern));

    /// <summary>
    /// The same for reading or writing a file, off the pipeline's thread. A network file that does not respond then does not block Ctrl+C. The work may not use
    /// the pipeline.
    /// </summary>
    private protected T OrEnd<T>(Func<CancellationToken, T> work)
    {
        var token = _cancellation.Token;
        var task = Task.Run(() => work(token), CancellationToken.None);
        try
        {
            // Reading is left behind, and writing ends before the file gets its name.
            task.Wait(token);
        }
        catch (Exception failure) when (failure is AggregateException or OperationCanceledException && !token.IsCancellationRequested)
        {
            // Reported below, as what it is.
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        return Result(task);
    }

    /// <summary>How the cmdlet words its result line; null where it has none.</summary>
    private protected virtual ResultForm? Wording => null;

    /// <summary>What the requests of this command came to.</summary>
    private protected RunTally Tally { get; } = new();

    /// <summary>True where no other command takes what this one writes. The line of a pipeline is that of its last command.</summary>
    private protected bool IsLast => MyInvocation.PipelinePosition == MyInvocation.PipelineLength;

    /// <summary>Writes the result line. It is the last that a bulk command does.</summary>
    private protected void ShowResult()
    {
        if (Wording is { } form)
            _result.Show(form, IsWhatIf);
    }

    /// <summary>Writes a non-terminating error about a request that is not carried out.</summary>
    private protected void Refuse(PicsOnefileException failure)
    {
        Tally.Count(ResultKind.Refused);
        WriteError(failure);
    }

    /// <summary>Writes a non-terminating error about one record.</summary>
    private protected void WriteError(PicsOnefileException failure) => WriteError(ErrorRecords.From(failure));

    /// <summary>
    /// Asks about one item of a plan. A refusal is an error at once, an item that needs nothing is reported at -Verbose, and only real changes are asked about.
    /// </summary>
    /// <returns>True where the item is to be carried out.</returns>
    private protected bool Confirmed(PlanItem item)
    {
        switch (item.Step)
        {
            case PlanStep.Refused refused:
                Refuse(refused.Why);
                return false;
            case PlanStep.Skipped skipped:
                Tally.Count(skipped.As);
                WriteVerbose(item.SkippedLine);
                return false;
            case var step:
                return Agreed(step.Target, step.Action);
        }
    }

    /// <summary>Asks about one change.</summary>
    /// <returns>True where it is to be carried out.</returns>
    private protected bool Agreed(string target, string action) => Take(ShouldProcess(target, action));

    /// <summary>Counts one change by the answer to a question about it.</summary>
    /// <returns>The answer.</returns>
    private protected bool Take(bool agreed)
    {
        if (agreed)
            Tally.Agree();
        else
            Tally.Count(IsWhatIf ? ResultKind.Would : ResultKind.Declined);
        return agreed;
    }

    /// <summary>
    /// Ends the cmdlet where a plan is larger than its limit. With -WhatIf the plan is shown all the same, with the warning that it would be refused.
    /// </summary>
    private protected void EndIfExceeded(PicsOnefileException? exceeded)
    {
        if (exceeded is null)
            return;
        if (!IsWhatIf)
            ThrowTerminatingError(ErrorRecords.From(exceeded));
        WriteWarning($"Without -WhatIf this would be refused. {exceeded.Message}");
    }

    // -WhatIf on the line goes before the preference variable, also where it says $false.
    private protected bool IsWhatIf =>
        MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
            ? LanguagePrimitives.IsTrue(given)
            : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    /// <summary>
    /// Resolves the file system path of a parameter, by PowerShell's rules and without wildcards. It ends the cmdlet for a path of another provider (Env:,
    /// Cert:).
    /// </summary>
    private protected string FilePath(string path) => OrEnd(() => ShellPath.Resolve(SessionState, path));

    /// <summary>A tenant's API map from the file of a parameter; null where none was given.</summary>
    private protected string? ReadApiMap(string? path)
    {
        if (path is null)
            return null;
        var full = FilePath(path);
        return OrEnd(stop => SessionOpening.ReadApiMap(full, stop));
    }

    // The same words once in a pipeline, whichever of its commands says them, and for however many rows.
    private void Warn(string message)
    {
        if (IsNew(message))
            WriteWarning(message);
    }

    /// <summary>Whether no command of the pipeline has warned of this yet. It counts as done from now on; any thread may ask.</summary>
    private protected bool IsNew(string subject)
    {
        if (_runspace is null)
            return true;
        var warned = Warned.GetOrCreateValue(_runspace);
        lock (warned)
            return warned.Add(subject);
    }

    private T Result<T>(Task<T> task)
    {
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (PicsOnefileException failure)
        {
            // After the error no stream takes anything.
            if (Tally.HasBegun)
                ShowResult();
            ThrowTerminatingError(ErrorRecords.From(failure));
            throw;
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Show(RunProgress progress)
    {
        if (_progress.Create(progress, DateTime.UtcNow) is { } record)
            WriteProgress(record);
    }

    // The same event may have ended the pipeline, which then takes the display away by itself.
    private void EndProgress()
    {
        try
        {
            foreach (var record in _progress.End())
                WriteProgress(record);
        }
        catch (PipelineStoppedException) { }
    }
}
