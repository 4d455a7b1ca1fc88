using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>A function of two numbers, for as many pairs at a time as a vector holds.</summary>
internal interface ILanes2<T>
{
    Vector<T> Invoke(Vector<T> a, Vector<T> b);
}

/// <summary>A function of three numbers, for as many at a time as a vector holds.</summary>
internal interface ILanes3<T>
{
    Vector<T> Invoke(Vector<T> a, Vector<T> b, Vector<T> c);
}

/// <summary>
/// Applies functions of vectors to spans. The result may be one of the arguments. The loops are optimised at their first call, as they are
/// where the time goes; functions ask to be inlined where they are not small.
/// </summary>
internal static class Lanes
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<T, TFunction>(TFunction f, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result)
        where TFunction : struct, ILanes2<T>
    {
        a = a[..result.Length];
        b = b[..result.Length];
        ref T a0 = ref MemoryMarshal.GetReference(a), b0 = ref MemoryMarshal.GetReference(b), r0 = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count)
            f.Invoke(Vector.LoadUnsafe(ref a0, (nuint)i), Vector.LoadUnsafe(ref b0, (nuint)i)).StoreUnsafe(ref r0, (nuint)i);

        if (i == result.Length) return;
        Vector<T> rest = f.Invoke(Rest(a[i..]), Rest(b[i..]));
        for (int lane = 0; i < result.Length; i++, lane++) result[i] = rest[lane];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<T, TFunction>(TFunction f, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c, Span<T> result)
        where TFunction : struct, ILanes3<T>
    {
        a = a[..result.Length];
        b = b[..result.Length];
        c = c[..result.Length];
        ref T a0 = ref MemoryMarshal.GetReference(a), b0 = ref MemoryMarshal.GetReference(b);
        ref T c0 = ref MemoryMarshal.GetReference(c), r0 = ref MemoryMarshal.GetReference(result);
        int i = 0;
        for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            f.Invoke(Vector.LoadUnsafe(ref a0, (nuint)i), Vector.LoadUnsafe(ref b0, (nuint)i), Vector.LoadUnsafe(ref c0, (nuint)i))
                .StoreUnsafe(ref r0, (nuint)i);
        }

        if (i == result.Length) return;
        Vector<T> rest = f.Invoke(Rest(a[i..]), Rest(b[i..]), Rest(c[i..]));
        for (int lane = 0; i < result.Length; i++, lane++) result[i] = rest[lane];
    }

    /// <summary>a where the mask is set, otherwise b.</summary>
    public static Vector<T> Select<T>(Vector<T> mask, Vector<T> a, Vector<T> b) => Vector.ConditionalSelect(mask, a, b);

    /// <summary>The product of an adjoint and a partial derivative; 0 where the adjoint is, also where the partial is infinite.</summary>
    public static Vector<T> Guarded<T>(Vector<T> adjoint, Vector<T> product) =>
        Vector.ConditionalSelect(Vector.Equals(adjoint, Vector<T>.Zero), Vector<T>.Zero, product);

    public static Vector<T> All<T>(double number)
        where T : IFloatingPointIeee754<T> => new(T.CreateChecked(number));

    private static Vector<T> Rest<T>(ReadOnlySpan<T> few)
    {
        Vector<T> lanes = default;
        ref T first = ref Unsafe.As<Vector<T>, T>(ref lanes);
        for (int i = 0; i < few.Length; i++) Unsafe.Add(ref first, i) = few[i];
        return lanes;
    }
}
