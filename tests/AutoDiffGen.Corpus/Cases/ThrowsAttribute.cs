namespace AutoDiffGen.Corpus;

/// <summary>Arguments at which a corpus method throws: its derivatives must throw the same exception, with the same message.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ThrowsAttribute(Type exception, params object?[]? arguments) : Attribute
{
    public Type Exception { get; } = exception;

    // A null alone is taken for no list of arguments, and is meant as one argument.
    public object?[] Arguments { get; } = arguments ?? [null];
}
