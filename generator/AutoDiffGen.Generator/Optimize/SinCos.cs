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
        Dictionary<(Expr Angle, string Function), int> last = LastUses(block);
        Dictionary<(Expr Angle, string Function), Var> names = GivenNames(block);
        var done = new List<Stmt>();
        for (int i = 0; i < block.Count; i++)
        {
            // A statement that only names the sine or the cosine is the pair itself.
            if (block[i] is Let { Value: Call } own && named.Contains(own.Var))
                continue;
            Stmt stmt = new Replacement(known).Visit(block[i]).Single();
            foreach (Expr angle in Angles(stmt).Distinct().ToArray())
            {
                // All of the block from here on is dominated by this statement.
                if (!last.TryGetValue((angle, "Sin"), out int sin) || sin < i || !last.TryGetValue((angle, "Cos"), out int cos) || cos < i)
                    continue;
                var pair = new LetSinCos(Name(angle, "Sin"), Name(angle, "Cos"), angle, stmt.Origin);
                known[angle] = pair;
                done.Add(pair);
                named.Add(pair.Sin);
                named.Add(pair.Cos);
                stmt = new Replacement(known).Visit(stmt).Single();
            }

            if (stmt is Let { Value: Read } now && named.Contains(now.Var))
                continue;
            done.Add(stmt switch
            {
                If branch => branch with { Then = Block(branch.Then.ToList(), known).ToEquatableArray(), Else = Block(branch.Else.ToList(), known).ToEquatableArray() },
                While loop => loop with { Body = Block(loop.Body.ToList(), known).ToEquatableArray() },
                For loop => loop with { Body = Block(loop.Body.ToList(), known).ToEquatableArray() },
                _ => stmt,
            });
        }

        return done;

        Var Name(Expr angle, string function) => names.TryGetValue((angle, function), out Var? given)
            ? given
            : new Var(_names.Fresh(function.ToLowerInvariant()), angle.Type, VarRole.Temporary);
    }

    /// <summary>The names that the block itself gives to the sine or cosine of an angle.</summary>
    private static Dictionary<(Expr Angle, string Function), Var> GivenNames(List<Stmt> block)
    {
        var names = new Dictionary<(Expr Angle, string Function), Var>();
        foreach (Let let in block.OfType<Let>())
        {
            if (let.Value is Call call && IsEither(call) && !names.ContainsKey((call.Arguments[0], call.Function.Name)))
                names[(call.Arguments[0], call.Function.Name)] = let.Var;
        }

        return names;
    }

    private IEnumerable<Expr> Angles(Stmt stmt) => Calls(stmt).Select(c => c.Arguments[0]).Where(_mutation.IsStable);

    /// <summary>The last statement of the block that computes a function of an angle, itself or inside.</summary>
    private static Dictionary<(Expr Angle, string Function), int> LastUses(List<Stmt> block)
    {
        var last = new Dictionary<(Expr Angle, string Function), int>();
        for (int i = 0; i < block.Count; i++)
        {
            foreach (Call call in new[] { block[i] }.All().SelectMany(Calls))
                last[(call.Arguments[0], call.Function.Name)] = i;
        }

        return last;
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
