namespace AutoDiffGen.Dynamic;

// The shapes of generated methods: a method group such as Models.Energy_Vjp converts to the one that fits.

/// <summary>A function of the numbers in a span.</summary>
/// <param name="x">The argument.</param>
/// <returns>The value.</returns>
public delegate T SpanFunction<T>(ReadOnlySpan<T> x);

/// <summary>The adjoint of a <see cref="SpanFunction{T}"/>: the <c>_Vjp</c> generated beside it.</summary>
/// <param name="x">The argument.</param>
/// <param name="seed">The adjoint of the value.</param>
/// <param name="dx">What seed times the derivative by each number is added to.</param>
public delegate void SpanVjp<T>(ReadOnlySpan<T> x, T seed, Span<T> dx);

/// <summary>A function of the numbers in two spans.</summary>
/// <param name="x">The first argument.</param>
/// <param name="y">The second argument.</param>
/// <returns>The value.</returns>
public delegate T SpanFunction2<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y);

/// <summary>The adjoint of a <see cref="SpanFunction2{T}"/>.</summary>
/// <param name="x">The first argument.</param>
/// <param name="y">The second argument.</param>
/// <param name="seed">The adjoint of the value.</param>
/// <param name="dx">What seed times the derivative by each number of the first argument is added to.</param>
/// <param name="dy">What seed times the derivative by each number of the second argument is added to.</param>
public delegate void SpanVjp2<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T seed, Span<T> dx, Span<T> dy);

/// <summary>A function of the numbers in three spans.</summary>
/// <param name="x">The first argument.</param>
/// <param name="y">The second argument.</param>
/// <param name="z">The third argument.</param>
/// <returns>The value.</returns>
public delegate T SpanFunction3<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z);

/// <summary>The adjoint of a <see cref="SpanFunction3{T}"/>.</summary>
/// <param name="x">The first argument.</param>
/// <param name="y">The second argument.</param>
/// <param name="z">The third argument.</param>
/// <param name="seed">The adjoint of the value.</param>
/// <param name="dx">What seed times the derivative by each number of the first argument is added to.</param>
/// <param name="dy">What seed times the derivative by each number of the second argument is added to.</param>
/// <param name="dz">What seed times the derivative by each number of the third argument is added to.</param>
public delegate void SpanVjp3<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, T seed, Span<T> dx, Span<T> dy, Span<T> dz);

/// <summary>A method that writes numbers calculated from a span into another, which holds zeros before.</summary>
/// <param name="x">The argument.</param>
/// <param name="result">Where the results go.</param>
public delegate void SpanMap<T>(ReadOnlySpan<T> x, Span<T> result);

/// <summary>The adjoint of a <see cref="SpanMap{T}"/>.</summary>
/// <param name="x">The argument.</param>
/// <param name="result">Zeros on entry; what the method leaves there on return.</param>
/// <param name="dx">What the derivatives by each number are added to.</param>
/// <param name="dResult">The adjoint of the results on entry; on return not looked at.</param>
public delegate void SpanMapVjp<T>(ReadOnlySpan<T> x, Span<T> result, Span<T> dx, Span<T> dResult);

/// <summary>A method that writes numbers calculated from two spans into a third, which holds zeros before.</summary>
/// <param name="x">The first argument.</param>
/// <param name="y">The second argument.</param>
/// <param name="result">Where the results go.</param>
public delegate void SpanMap2<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result);

/// <summary>The adjoint of a <see cref="SpanMap2{T}"/>.</summary>
/// <param name="x">The first argument.</param>
/// <param name="y">The second argument.</param>
/// <param name="result">Zeros on entry; what the method leaves there on return.</param>
/// <param name="dx">What the derivatives by each number of the first argument are added to.</param>
/// <param name="dy">What the derivatives by each number of the second argument are added to.</param>
/// <param name="dResult">The adjoint of the results on entry; on return not looked at.</param>
public delegate void SpanMap2Vjp<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result, Span<T> dx, Span<T> dy, Span<T> dResult);

/// <summary>The adjoint of a function of one number: the <c>_Vjp</c> generated beside it.</summary>
/// <param name="x">The argument.</param>
/// <param name="seed">The adjoint of the value.</param>
/// <param name="dx">What seed times the derivative is added to.</param>
public delegate void ScalarVjp(double x, double seed, ref double dx);

/// <summary>The adjoint of a function of two numbers.</summary>
/// <param name="x">The first argument.</param>
/// <param name="y">The second argument.</param>
/// <param name="seed">The adjoint of the value.</param>
/// <param name="dx">What seed times the derivative by the first argument is added to.</param>
/// <param name="dy">What seed times the derivative by the second argument is added to.</param>
public delegate void ScalarVjp2(double x, double y, double seed, ref double dx, ref double dy);

/// <summary>The adjoint of a function of three numbers.</summary>
/// <param name="x">The first argument.</param>
/// <param name="y">The second argument.</param>
/// <param name="z">The third argument.</param>
/// <param name="seed">The adjoint of the value.</param>
/// <param name="dx">What seed times the derivative by the first argument is added to.</param>
/// <param name="dy">What seed times the derivative by the second argument is added to.</param>
/// <param name="dz">What seed times the derivative by the third argument is added to.</param>
public delegate void ScalarVjp3(double x, double y, double z, double seed, ref double dx, ref double dy, ref double dz);

/// <summary>The adjoint of a function of tensors.</summary>
/// <param name="inputs">The arguments, which require no gradient here.</param>
/// <param name="result">The value.</param>
/// <param name="seed">The adjoint of the value.</param>
/// <returns>The adjoint of each argument, of its shape; null where there is none.</returns>
public delegate GradTensor<T>?[] TensorVjp<T>(GradTensor<T>[] inputs, GradTensor<T> result, GradTensor<T> seed)
    where T : System.Numerics.IFloatingPointIeee754<T>;
