using System;

namespace AutoDiffGen.Rules;

/// <summary>The table of derivative rules: for each function of .NET's real arithmetic, its partial derivative by each real argument.</summary>
/// <remarks>
/// <para>
/// One rule is one static, expression-bodied method. It takes the function's arguments in the function's order, then the
/// function's result. Where the function has one real argument these are called <c>x</c> and <c>y</c>; where it has several, they
/// bear the names the function gives them, the last is called <c>result</c>, and there is one rule for each real argument.
/// </para>
/// <para>
/// A rule is written once, for <see cref="double"/>: against <see cref="Math"/> where it has the function, otherwise against
/// <see cref="double"/>. It serves every function of that name and parameter shape: of <see cref="Math"/>, <see cref="MathF"/>,
/// <see cref="double"/>, <see cref="float"/> and generic <c>T</c>.
/// </para>
/// <para>
/// The library compiles these bodies and the tape calls them; the generator reads the same files and quotes them. So a body may
/// use only its parameters, literals, the constants of <see cref="Math"/>, <c>+ - * /</c>, comparisons, <c>&amp;&amp; || !</c>,
/// <c>?:</c> and functions of <see cref="Math"/> and <see cref="double"/>. What it mentions, an argument or the result, is what must
/// survive until the reverse sweep; it mentions as little as accuracy permits. Bodies are differentiated in their turn for
/// second derivatives, so a branch must not hide a dependence.
/// </para>
/// <para>
/// A singular partial is written as IEEE arithmetic gives it (infinite or NaN). It is the engines' task to make an adjoint of
/// exactly zero contribute zero.
/// </para>
/// </remarks>
internal static partial class DerivativeRules;
