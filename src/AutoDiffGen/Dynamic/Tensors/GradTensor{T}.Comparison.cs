namespace AutoDiffGen.Dynamic;

/// <content>
/// Comparisons, entry by entry: 1 where they hold, otherwise 0, as constants. <c>Where</c> takes them as its condition. Equality is that of
/// references.
/// </content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary>1 where <paramref name="left"/> is greater. Shapes are broadcast.</summary>
    public static GradTensor<TNumber> operator >(GradTensor<TNumber> left, GradTensor<TNumber> right) => Compare(">", left, right, static (x, y) => x > y);

    /// <summary>1 where <paramref name="left"/> is less. Shapes are broadcast.</summary>
    public static GradTensor<TNumber> operator <(GradTensor<TNumber> left, GradTensor<TNumber> right) => Compare("<", left, right, static (x, y) => x < y);

    /// <summary>1 where <paramref name="left"/> is greater or equal. Shapes are broadcast.</summary>
    public static GradTensor<TNumber> operator >=(GradTensor<TNumber> left, GradTensor<TNumber> right) => Compare(">=", left, right, static (x, y) => x >= y);

    /// <summary>1 where <paramref name="left"/> is less or equal. Shapes are broadcast.</summary>
    public static GradTensor<TNumber> operator <=(GradTensor<TNumber> left, GradTensor<TNumber> right) => Compare("<=", left, right, static (x, y) => x <= y);

    /// <summary>1 where an entry is greater than a number.</summary>
    public static GradTensor<TNumber> operator >(GradTensor<TNumber> left, TNumber right) => left > GradTensor.Scalar(right);

    /// <summary>1 where an entry is less than a number.</summary>
    public static GradTensor<TNumber> operator <(GradTensor<TNumber> left, TNumber right) => left < GradTensor.Scalar(right);

    /// <summary>1 where an entry is greater than a number or equal to it.</summary>
    public static GradTensor<TNumber> operator >=(GradTensor<TNumber> left, TNumber right) => left >= GradTensor.Scalar(right);

    /// <summary>1 where an entry is less than a number or equal to it.</summary>
    public static GradTensor<TNumber> operator <=(GradTensor<TNumber> left, TNumber right) => left <= GradTensor.Scalar(right);

    private static GradTensor<TNumber> Compare(string name, GradTensor<TNumber> left, GradTensor<TNumber> right, Func<TNumber, TNumber, bool> holds)
    {
        int[] common = Shapes.Broadcast(name, left.shape, right.shape);
        GradTensor<TNumber> x = left.Detach().BroadcastTo(common), y = right.Detach().BroadcastTo(common), result = New(common);
        for (int i = 0; i < result.Length; i++) result.storage.Data[i] = holds(x.storage.Data[i], y.storage.Data[i]) ? TNumber.One : TNumber.Zero;
        return result;
    }
}
