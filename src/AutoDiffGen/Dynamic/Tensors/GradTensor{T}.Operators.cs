using AutoDiffGen.Dynamic.Functions;

namespace AutoDiffGen.Dynamic;

/// <content>Arithmetic, entry by entry. Shapes are broadcast; those that do not fit are an <see cref="ArgumentException"/>.</content>
public sealed partial class GradTensor<TNumber>
{
    /// <summary><paramref name="x"/> itself.</summary>
    public static GradTensor<TNumber> operator +(GradTensor<TNumber> x) => x;

    /// <summary>The negative of each entry.</summary>
    public static GradTensor<TNumber> operator -(GradTensor<TNumber> x) => x.Map(default(Negate<TNumber>));

    /// <summary>The sum of <paramref name="left"/> and <paramref name="right"/>.</summary>
    public static GradTensor<TNumber> operator +(GradTensor<TNumber> left, GradTensor<TNumber> right) => Zip(default(Add<TNumber>), left, right);

    /// <summary>The sum of each entry and a number.</summary>
    public static GradTensor<TNumber> operator +(GradTensor<TNumber> left, TNumber right) => left.Map(new AddNumber<TNumber>(right));

    /// <summary>The sum of a number and each entry.</summary>
    public static GradTensor<TNumber> operator +(TNumber left, GradTensor<TNumber> right) => right.Map(new AddNumber<TNumber>(left));

    /// <summary><paramref name="left"/> less <paramref name="right"/>.</summary>
    public static GradTensor<TNumber> operator -(GradTensor<TNumber> left, GradTensor<TNumber> right) => Zip(default(Subtract<TNumber>), left, right);

    /// <summary>Each entry less a number.</summary>
    public static GradTensor<TNumber> operator -(GradTensor<TNumber> left, TNumber right) => left.Map(new AddNumber<TNumber>(-right));

    /// <summary>A number less each entry.</summary>
    public static GradTensor<TNumber> operator -(TNumber left, GradTensor<TNumber> right) => right.Map(new SubtractFrom<TNumber>(left));

    /// <summary>The product of <paramref name="left"/> and <paramref name="right"/>, entry by entry; for that of matrices see MatMul.</summary>
    public static GradTensor<TNumber> operator *(GradTensor<TNumber> left, GradTensor<TNumber> right) => Zip(default(Multiply<TNumber>), left, right);

    /// <summary>The product of each entry and a number.</summary>
    public static GradTensor<TNumber> operator *(GradTensor<TNumber> left, TNumber right) => left.Map(new Scale<TNumber>(right));

    /// <summary>The product of a number and each entry.</summary>
    public static GradTensor<TNumber> operator *(TNumber left, GradTensor<TNumber> right) => right.Map(new Scale<TNumber>(left));

    /// <summary>The quotient of <paramref name="left"/> and <paramref name="right"/>.</summary>
    public static GradTensor<TNumber> operator /(GradTensor<TNumber> left, GradTensor<TNumber> right) => Zip(default(Divide<TNumber>), left, right);

    /// <summary>The quotient of each entry and a number.</summary>
    public static GradTensor<TNumber> operator /(GradTensor<TNumber> left, TNumber right) => left.Map(new DivideBy<TNumber>(right));

    /// <summary>The quotient of a number and each entry.</summary>
    public static GradTensor<TNumber> operator /(TNumber left, GradTensor<TNumber> right) => Zip(default(Divide<TNumber>), GradTensor.Scalar(left), right);
}
