using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>
/// The elements that have a name, as far as a block has got, by what may change them: a statement that stores is not compared with all of
/// them, of which there may be as many as statements.
/// </summary>
internal sealed class LoadedElements
{
    private readonly Mutation _mutation;
    private readonly Dictionary<Read, Var> _names = [];
    private readonly Dictionary<Var, List<Read>> _byVariable = [];
    private readonly Dictionary<Var, List<Read>> _byStorage = [];

    public LoadedElements(IEnumerable<KeyValuePair<Read, Var>> known, Mutation mutation)
    {
        _mutation = mutation;
        foreach (KeyValuePair<Read, Var> element in known)
            Add(element.Key, element.Value);
    }

    public IEnumerable<KeyValuePair<Read, Var>> All => _names;

    public Var? Find(Read element) => _names.TryGetValue(element, out Var? name) ? name : null;

    public void Add(Read element, Var name)
    {
        _names[element] = name;
        Note(_byVariable, element.Reads(), element);
        Note(_byStorage, _mutation.Loaded(element), element);
    }

    /// <summary>Forgets what the statement may change (<see cref="Mutation.Changes"/>).</summary>
    public void Forget(Stmt stmt)
    {
        if (_names.Count == 0)
            return;
        foreach (Stmt inside in new[] { stmt }.All())
        {
            if (inside is not (Let or Declare))
                Remove(_byVariable, inside.Writes());
            Remove(_byStorage, Storages.Stores(inside).Select(_mutation.StorageOf));
        }
    }

    private static void Note(Dictionary<Var, List<Read>> index, IEnumerable<Var> by, Read element)
    {
        foreach (Var variable in by)
        {
            if (!index.TryGetValue(variable, out List<Read>? elements))
                index[variable] = elements = [];
            elements.Add(element);
        }
    }

    private void Remove(Dictionary<Var, List<Read>> index, IEnumerable<Var> by)
    {
        foreach (Var variable in by)
        {
            if (!index.TryGetValue(variable, out List<Read>? elements))
                continue;
            foreach (Read element in elements)
                _names.Remove(element);
            index.Remove(variable);
        }
    }
}
