using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Runtime;

/// <content>Arrays and spans whose content is constant: tables, and what is <see cref="NoGradAttribute"/>.</content>
public static partial class Lifting
{
    /// <summary>A copy of constants, for a method that only reads them.</summary>
    /// <param name="content">The values.</param>
    /// <returns>Constants with the same data; null for null.</returns>
    [return: NotNullIfNotNull(nameof(content))]
    public static Value[]? Detached(Value[]? content)
    {
        Value[]? copy = (Value[]?)content?.Clone();
        Detach(copy);
        return copy;
    }

    /// <inheritdoc cref="Detached(Value[])"/>
    [return: NotNullIfNotNull(nameof(content))]
    public static Value[,]? Detached(Value[,]? content)
    {
        Value[,]? copy = (Value[,]?)content?.Clone();
        Detach(copy);
        return copy;
    }

    /// <inheritdoc cref="Detached(Value[])"/>
    [return: NotNullIfNotNull(nameof(content))]
    public static Value[][]? Detached(Value[]?[]? content) => content is null ? null : Array.ConvertAll(content, row => Detached(row)!);

    /// <inheritdoc cref="Detached(Value[])"/>
    public static Span<Value> Detached(Span<Value> content) => Detached(content.ToArray());

    /// <inheritdoc cref="Detached(Value[])"/>
    public static ReadOnlySpan<Value> Detached(ReadOnlySpan<Value> content) => Detached(content.ToArray());

    /// <summary>A copy, over the tape, of numbers that nobody writes to.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <returns>Constants with the numbers as data.</returns>
    public static ReadOnlySpan<Value> Constants(ReadOnlySpan<double> numbers)
    {
        Value[] values = new Value[numbers.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = numbers[i];
        return values;
    }

    /// <summary>
    /// The elements of an array as a span that the compiler takes for one of the method's stack: in place of <c>stackalloc</c>, for
    /// <see cref="Value"/> holds a reference. It may be assigned what <c>stackalloc</c> might, and cannot be returned.
    /// </summary>
    /// <param name="elements">The array.</param>
    /// <param name="stack">Memory of the stack, which is not used: <c>stackalloc byte[0]</c>.</param>
    /// <returns>The array's own elements.</returns>
    [SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "It tells the compiler where the result may go.")]
    public static Span<Value> OnStack(Value[] elements, Span<byte> stack) => elements;

    /// <summary>Makes the content constant in place, for a method that also writes to it.</summary>
    /// <param name="content">The values.</param>
    public static void Detach(Span<Value> content)
    {
        foreach (ref Value value in content)
            value = value.Detach();
    }

    /// <inheritdoc cref="Detach(Span{Value})"/>
    public static void Detach(Value[,]? content) => Detach(ElementsOf(content));

    /// <inheritdoc cref="Detach(Span{Value})"/>
    public static void Detach(Value[]?[]? content)
    {
        foreach (Value[]? row in content ?? [])
            Detach(row);
    }

    /// <summary>The elements of a matrix, row after row.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>Its own elements, not copies; none for null.</returns>
    public static Span<Value> ElementsOf(Value[,]? matrix) => matrix is null
        ? default
        : MemoryMarshal.CreateSpan(ref Unsafe.As<byte, Value>(ref MemoryMarshal.GetArrayDataReference(matrix)), matrix.Length);

    /// <summary>Refuses constant arguments that share memory with others: what is in it would be constant and active at once.</summary>
    /// <param name="constants">The constant argument.</param>
    /// <param name="name">The parameter it is passed to.</param>
    /// <param name="others">The other argument.</param>
    /// <param name="otherName">The parameter that is passed to.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void RequireApart(ReadOnlySpan<Value> constants, string name, ReadOnlySpan<Value> others, string otherName)
    {
        if (constants.Overlaps(others))
            throw new ArgumentException($"'{name}' is [NoGrad], and overlaps '{otherName}': its elements would be constant and active at once.", name);
    }

    /// <inheritdoc cref="RequireApart(ReadOnlySpan{Value}, string, ReadOnlySpan{Value}, string)"/>
    public static void RequireApart(Value[]?[]? constants, string name, ReadOnlySpan<Value> others, string otherName)
    {
        foreach (Value[]? row in constants ?? [])
            RequireApart(row, name, others, otherName);
    }

    /// <inheritdoc cref="RequireApart(ReadOnlySpan{Value}, string, ReadOnlySpan{Value}, string)"/>
    public static void RequireApart(ReadOnlySpan<Value> constants, string name, Value[]?[]? others, string otherName)
    {
        foreach (Value[]? row in others ?? [])
            RequireApart(constants, name, row, otherName);
    }

    /// <inheritdoc cref="RequireApart(ReadOnlySpan{Value}, string, ReadOnlySpan{Value}, string)"/>
    public static void RequireApart(Value[]?[]? constants, string name, Value[]?[]? others, string otherName)
    {
        foreach (Value[]? row in constants ?? [])
            RequireApart(row, name, others, otherName);
    }
}
