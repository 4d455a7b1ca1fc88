using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiffGen.Runtime;

/// <summary>The checks that generated code makes on entry. Not meant to be called by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Guard
{
    /// <summary>Refuses data the method writes that is also another of its arguments.</summary>
    /// <typeparam name="T">The type of both.</typeparam>
    /// <param name="written">The argument that is written.</param>
    /// <param name="other">Another argument passed by reference.</param>
    /// <param name="name">The parameter that <paramref name="written"/> is passed to.</param>
    /// <exception cref="ArgumentException">Both are the same variable.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Distinct<T>(ref readonly T written, ref readonly T other, string name)
    {
        if (Unsafe.AreSame(in written, in other))
            ThrowOverlap(name);
    }

    private static void ThrowOverlap(string name) => throw new ArgumentException(
        $"The argument '{name}' is written by the method and must not be another argument too.", name);
}
