using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>The arrays that a method creates, with handles for those that have to be found again.</summary>
internal sealed class Allocations(Names names)
{
    private readonly HashSet<Var> _created = [];
    private readonly Dictionary<Var, Var> _handles = [];

    public void Add(Allocate allocate)
    {
        _created.Add(allocate.Var);
        if (allocate.Handle is not null)
            _handles[allocate.Var] = allocate.Handle;
    }

    /// <summary>The variable for the handle of an array; null where the variable is none that is created.</summary>
    public Var? Handle(Var array)
    {
        if (!_created.Contains(array))
            return null;
        if (!_handles.TryGetValue(array, out Var? handle))
            _handles[array] = handle = new Var(names.Fresh("handle"), IrType.Int32, VarRole.Temporary);
        return handle;
    }

    /// <summary>The statements, with the handles that were asked for.</summary>
    public EquatableArray<Stmt> WithHandles(EquatableArray<Stmt> body) => new Handles(_handles).Block(body);

    private sealed class Handles(Dictionary<Var, Var> handles) : Rewriter
    {
        public override IEnumerable<Stmt> Visit(Stmt stmt) => stmt is Allocate allocate && handles.TryGetValue(allocate.Var, out Var? handle)
            ? [allocate with { Handle = handle }]
            : base.Visit(stmt);
    }
}
