using System.Numerics;
using System.Numerics.Tensors;

namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>Sums whose rounding error grows with the logarithm of their length.</summary>
internal static class Sums
{
    private const int Block = 2048;

    public static T Of<T>(ReadOnlySpan<T> x)
        where T : IFloatingPointIeee754<T>
    {
        if (x.Length <= Block) return TensorPrimitives.Sum(x);
        int half = x.Length / 2 / Block * Block + Block;
        return x.Length <= half ? TensorPrimitives.Sum(x[..Block]) + Of(x[Block..]) : Of(x[..half]) + Of(x[half..]);
    }
}
