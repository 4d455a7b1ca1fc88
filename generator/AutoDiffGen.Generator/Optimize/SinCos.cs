using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>Computes the sine and the cosine of one angle together, where both are needed. The bits are those of the separate calls.</summary>
/// <example><code>
/// s = Math.Sin(x);                      (s, c) = Math.SinCos(x);
/// dx = ds * Math.Cos(x);        →       dx = ds * c;
/// </code></example>
internal sealed class SinCos
{
    private readonly Mutation _mutation;
    private readonly Names _names;

    private SinCos(Function function)
    {
        _mutation = Mutation.Of(function);
        _names = new Names(function.Names());
    }

    public static Function Run(Function function) =>
        function with { Body = new SinCos(function).Block(function.Body.ToList(), []).ToEquatableArray() };

    /// <summary>The call of <c>Math.Sin</c> or <c>Math.Cos</c>.</summary>
    public static Call CallOf(string name, Expr angle) => new(
        new FunctionRef(FunctionFamily.Math, "Math", name, [new ParameterRef("x", angle.Type, RefMode.Value)], angle.Type), [angle]);

    private List<Stmt> Block(List<Stmt> block, Dictionary<Expr, LetSinCos> known)
    {
        known = new Dictionary<Expr, LetSinCos>(known);
        var named = new HashSet<Var>();
        var done = new List<Stmt>();
        for (int i = 0; i < block.Count; i++)
        {
            // A statement that only names the sine or the cosine is the pair itself.
            if (block[i] is Let { Value: Call } own && named.Contains(own.Var))
                continue;
            Stmt stmt = new Replacement(known).Visit(block[i]).Single();
            foreach (Expr angle in Angles(stmt).Distinct().ToArray())
            {
                if (!IsPair(angle, stmt, block.Skip(i + 1)))
                    continue;
                LetSinCos pair = Pair(angle, block.Skip(i));
                known[angle] = pair;
                done.Add(pair);
                named.Add(pair.Sin);
                named.Add(pair.Cos);
                stmt = new Replacement(known).Visit(stmt).Single();
            }

            if (stmt is Let { Value: Read } now && named.Contains(now.Var))
                continue;
            done.Add(stmt is If branch
                ? branch with { Then = Block(branch.Then.ToList(), known).ToEquatableArray(), Else = Block(branch.Else.ToList(), known).ToEquatableArray() }
                : stmt);
        }

        return done;
    }

    /// <summary>The pair, with the names that the block itself gives the two.</summary>
    private LetSinCos Pair(Expr angle, IEnumerable<Stmt> block)
    {
        Stmt[] rest = block.ToArray();
        return new LetSinCos(Name("Sin", "sin"), Name("Cos", "cos"), angle, rest[0].Origin);

        Var Name(string function, string fresh) =>
            rest.OfType<Let>().FirstOrDefault(l => l.Value is Call call && IsEither(call) && call.Function.Name == function && call.Arguments[0].Equals(angle))?.Var
                ?? new Var(_names.Fresh(fresh), angle.Type, VarRole.Temporary);
    }

    private IEnumerable<Expr> Angles(Stmt stmt) => Calls(stmt).Select(c => c.Arguments[0]).Where(_mutation.IsStable);

    /// <summary>Whether the statement and what follows it (all of which it dominates) compute both functions of the angle.</summary>
    private static bool IsPair(Expr angle, Stmt stmt, IEnumerable<Stmt> rest)
    {
        string[] names = Calls(stmt).Concat(rest.All().SelectMany(Calls))
            .Where(c => c.Arguments[0].Equals(angle)).Select(c => c.Function.Name).Distinct().ToArray();
        return names.Length == 2;
    }

    private static IEnumerable<Call> Calls(Stmt stmt) => stmt.Expressions().SelectMany(e => e.Tree()).OfType<Call>().Where(IsEither);

    private static bool IsEither(Call call) =>
        call.Function is { Family: FunctionFamily.Math, Container: "Math", Name: "Sin" or "Cos" } && call.Arguments[0].IsAtom();

    private sealed class Replacement(Dictionary<Expr, LetSinCos> known) : Rewriter
    {
        /// <summary>Blocks inside are rewritten when their turn comes, with what is known by then.</summary>
        public override EquatableArray<Stmt> Block(EquatableArray<Stmt> block) => block;

        public override Expr Visit(Expr expr) =>
            expr is Call call && IsEither(call) && known.TryGetValue(call.Arguments[0], out LetSinCos? pair)
                ? (call.Function.Name == "Sin" ? pair.Sin : pair.Cos).Read
                : base.Visit(expr);
    }
}
