using System;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace PicsOnefile.Core.Tests.Qualifications;

/// <summary>An object behind an interface, of which single calls are answered in its place.</summary>
internal static class Intercepted
{
    /// <param name="inner">The object.</param>
    /// <param name="intercept">What a method of this name returns; null lets the object itself do it.</param>
    public static T Of<T>(T inner, Func<T, string, object?> intercept)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, InterceptingProxy<T>>();
        ((InterceptingProxy<T>)(object)proxy).Take(inner, intercept);
        return proxy;
    }
}

/// <summary>The object that .NET makes of an interface: it has to be public and open.</summary>
public class InterceptingProxy<T> : DispatchProxy
    where T : class
{
    private T _inner = null!;
    private Func<T, string, object?> _intercept = null!;

    internal void Take(T inner, Func<T, string, object?> intercept) => (_inner, _intercept) = (inner, intercept);

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        try
        {
            return _intercept(_inner, targetMethod!.Name) ?? targetMethod.Invoke(_inner, args);
        }
        catch (TargetInvocationException error)
        {
            ExceptionDispatchInfo.Capture(error.InnerException!).Throw();
            throw;
        }
    }
}
