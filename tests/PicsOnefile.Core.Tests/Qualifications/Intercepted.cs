using System;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace PicsOnefile.Core.Tests.Qualifications;

/// <summary>An object behind an interface, of which single calls are answered in its place.</summary>
public class Intercepted<T> : DispatchProxy
    where T : class
{
    private T _inner = null!;
    private Func<T, string, object?> _intercept = null!;

    /// <param name="inner">The object.</param>
    /// <param name="intercept">What a method of this name returns; null lets the object itself do it.</param>
    public static T Of(T inner, Func<T, string, object?> intercept)
    {
        var proxy = Create<T, Intercepted<T>>();
        var self = (Intercepted<T>)(object)proxy;
        (self._inner, self._intercept) = (inner, intercept);
        return proxy;
    }

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
