using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text;
using System.Threading;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PicsOnefile.Windows.Inside;

/// <summary>Runs the tests of an assembly with xunit's own engine, all but those that take long.</summary>
public static class TestsCommand
{
    /// <summary>
    /// The command: it runs those that have no outcome in the file yet, and writes each to it as it comes. It ends with 0 also where tests failed: the file
    /// tells of them.
    /// </summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var assembly = new Argument<string>("ASSEMBLY");
        var outcomes = new Argument<string>("OUTCOMES");
        var wanted = new Argument<string>("PART-OF-A-NAME") { DefaultValueFactory = _ => "" };
        var command = new Command("tests", "Runs the tests of an assembly with xunit's own engine.") { assembly, outcomes, wanted };
        command.Hidden = true;
        command.SetAction(parsed =>
            Run(Path.GetFullPath(parsed.GetRequiredValue(assembly)), parsed.GetRequiredValue(outcomes), parsed.GetRequiredValue(wanted))
        );
        return command;
    }

    private static void Run(string path, string file, string wanted)
    {
        ServeDependencies(path);
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        LoadEverything(Path.GetDirectoryName(path)!);

        var framework = new XunitTestFramework(new NullMessageSink());
        var tests = new DiscoveredTests(wanted, TestOutcome.Done(TestOutcome.Read(file)));
        using (var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly)))
        {
            discoverer.Find(false, tests, new Options());
            tests.Finished.WaitOne();
        }

        using var outcomes = new OutcomeFile(file);
        using var executor = framework.GetExecutor(assembly.GetName());
        executor.RunTests(tests.Cases, outcomes, new Options());
        outcomes.Finished.WaitOne();
    }

    // The test assembly's folder is the application's: its own dependencies, those for Windows among them, and the files that tests bring.
    private static void ServeDependencies(string assembly)
    {
        var resolver = new AssemblyDependencyResolver(assembly);
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(assembly) + Path.DirectorySeparatorChar);
        Environment.CurrentDirectory = Path.GetDirectoryName(assembly)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => resolver.ResolveUnmanagedDllToPath(name) is { } found ? NativeLibrary.Load(found) : 0;
    }

    // Wine looks through its list of loaded files at each exception. Where another thread changes the list meanwhile, it may look for ever: so nothing is
    // loaded any more once the tests run.
    private static void LoadEverything(string folder)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        foreach (var file in framework.Concat(Directory.GetFiles(folder, "*.dll")))
        {
            try
            {
                AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
            }
            catch (Exception other) when (other is BadImageFormatException or FileLoadException or FileNotFoundException)
            {
                // No assembly, loaded from elsewhere already, or the runtime's own.
            }
        }
    }

    private sealed class DiscoveredTests(string wanted, IReadOnlySet<string> done) : IMessageSink
    {
        public List<ITestCase> Cases { get; } = [];

        public ManualResetEvent Finished { get; } = new(false);

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseDiscoveryMessage { TestCase: var found } && IsWanted(found))
                Cases.Add(found);
            else if (message is IDiscoveryCompleteMessage)
                Finished.Set();
            return true;
        }

        private bool IsWanted(ITestCase test) =>
            !IsLong(test) && test.DisplayName.Contains(wanted, StringComparison.OrdinalIgnoreCase) && !done.Contains(test.UniqueID);

        private static bool IsLong(ITestCase test) => test.Traits.TryGetValue("Category", out var categories) && categories.Contains("Long");
    }

    // A test case may be many tests, where its data cannot be written down: all of them come with its end.
    private sealed class OutcomeFile(string file) : IMessageSink, IDisposable
    {
        private readonly FileStream _file = new(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        private readonly Dictionary<string, List<TestOutcome>> _running = [];

        public ManualResetEvent Finished { get; } = new(false);

        public bool OnMessage(IMessageSinkMessage message)
        {
            lock (_running)
            {
                switch (message)
                {
                    case ITestStarting starting:
                        Write(new TestOutcome(starting.Test.DisplayName, TestOutcome.Started, null, starting.TestCase.UniqueID));
                        break;
                    case ITestPassed passed:
                        Add(passed, "Passed", null);
                        break;
                    case ITestFailed failed:
                        Add(failed, "Failed", Text(failed));
                        break;
                    case ITestSkipped skipped:
                        Add(skipped, "Skipped", skipped.Reason);
                        break;
                    case ITestCaseFinished { TestCase: var ended } when _running.Remove(ended.UniqueID, out var outcomes):
                        Write([.. outcomes]);
                        break;
                    case ITestAssemblyFinished:
                        Write(new TestOutcome("", TestOutcome.Ended, null, ""));
                        Finished.Set();
                        break;
                    // Fixtures and classes that fail by themselves.
                    case IFailureInformation broken:
                        Write(new TestOutcome(message.GetType().Name, "Failed", Text(broken), ""));
                        break;
                }
            }

            return true;
        }

        public void Dispose() => _file.Dispose();

        private static string Text(IFailureInformation failure) =>
            string.Join(Environment.NewLine, failure.ExceptionTypes.Zip(failure.Messages, (type, text) => $"{type}: {text}"))
            + Environment.NewLine
            + failure.StackTraces.FirstOrDefault();

        private void Add(ITestMessage test, string result, string? message)
        {
            var batch = test.TestCase.UniqueID;
            if (!_running.TryGetValue(batch, out var outcomes))
                _running[batch] = outcomes = [];
            outcomes.Add(new(test.Test.DisplayName, result, message, batch));
        }

        // All of a test case at once: a process that ends in between leaves none of them, and the case is run again.
        private void Write(params TestOutcome[] outcomes) =>
            _file.Write(Encoding.UTF8.GetBytes(string.Concat(outcomes.Select(outcome => outcome.ToLine() + '\n'))));
    }

    // One test after the other: threads that work at the same time are what Wine bears worst.
    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new() { ["xunit.execution.DisableParallelization"] = true };

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
