using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// A loop's body to be run once more, from the start: what is handed from round to round has variables of its own, which begin as the loop's
/// own began, so that those keep their final contents.
/// </summary>
/// <example><code>
/// n = 0; for (…) { n1 = n; …; n = n1 + 2; }        →        n2 = 0; for (…) { n1 = n2; …; n2 = n1 + 2; }
/// </code></example>
internal sealed class Rerun : Rewriter
{
    private readonly Dictionary<Var, Var> _own = [];
    private readonly List<Stmt> _declarations = [];

    /// <param name="before">What comes before the loop, the declarations among it.</param>
    /// <param name="handedOn">What the loop hands from round to round.</param>
    public Rerun(IEnumerable<Stmt> before, IEnumerable<Var> handedOn, Names names)
    {
        Dictionary<Var, Declare> declared = before.OfType<Declare>().ToDictionary(d => d.Var);
        foreach (Var variable in handedOn)
        {
            Var own = _own[variable] = variable with { Name = names.Fresh(variable.Name) };
            _declarations.Add(new Declare(own, declared[variable].Value, Endings.Origin));
        }
    }

    public IEnumerable<Stmt> Declarations => _declarations;

    /// <summary>The loop with the condition of the second run.</summary>
    public Stmt Header(Stmt loop) => loop switch
    {
        While whileLoop => whileLoop with { Condition = Visit(whileLoop.Condition) },
        For { Go: { } go } counting => counting with { Go = Visit(go) },
        _ => loop,
    };

    public override Place Visit(Place place) => place is LocalPlace local && _own.TryGetValue(local.Var, out Var? own) ? new LocalPlace(own) : base.Visit(place);

    protected override Place VisitTarget(Place place) => place is LocalPlace ? Visit(place) : base.VisitTarget(place);
}

/// <summary>A loop that is run for its value alone, with names of its own for what is named in it and without marks.</summary>
internal sealed class Fresh : Rewriter
{
    private readonly Dictionary<Var, Var> _own;

    public Fresh(IEnumerable<Stmt> body, Names names) =>
        _own = body.All().Where(s => s is Let or Declare or Allocate or For or LetSinCos or Invoke).SelectMany(s => s.Writes()).Distinct()
            .ToDictionary(v => v, v => v with { Name = names.Fresh(v.Name) });

    public override Place Visit(Place place) => place is LocalPlace local ? new LocalPlace(Of(local.Var)) : base.Visit(place);

    public override IEnumerable<Stmt> Visit(Stmt stmt) => stmt is Mark or Save
        ? []
        : base.Visit(stmt).Select(s => s switch
        {
            Let let => let with { Var = Of(let.Var) },
            Declare declare => declare with { Var = Of(declare.Var) },
            Allocate allocate => allocate with { Var = Of(allocate.Var), Handle = allocate.Handle is null ? null : Of(allocate.Handle) },
            For loop => loop with { Index = Of(loop.Index) },
            Invoke { Result: { } result } invoke => invoke with { Result = Of(result) },
            LetSinCos pair => pair with { Sin = Of(pair.Sin), Cos = Of(pair.Cos) },
            _ => s,
        }).ToArray();

    protected override Place VisitTarget(Place place) => place is LocalPlace ? Visit(place) : base.VisitTarget(place);

    private Var Of(Var variable) => _own.TryGetValue(variable, out Var? own) ? own : variable;
}
