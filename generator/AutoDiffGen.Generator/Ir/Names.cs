namespace AutoDiffGen.Generator.Ir;

/// <summary>Hands out names that no other variable of a function has.</summary>
internal sealed class Names
{
    private readonly HashSet<string> _taken;
    private int _temporaries;

    // Where to go on looking: names are never free again.
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public Names(IEnumerable<string> taken) => _taken = new HashSet<string>(taken, StringComparer.Ordinal);

    /// <summary>Keeps a name from being handed out.</summary>
    public void Reserve(string name) => _taken.Add(name);

    /// <summary><paramref name="name"/> itself where it is free, otherwise with the first number that makes it so: <c>x</c>, <c>x1</c>, <c>x2</c>.</summary>
    public string Fresh(string name)
    {
        if (_taken.Add(name))
            return name;
        _numbers.TryGetValue(name, out int number);
        string candidate;
        do
            candidate = name + (++number).ToString(System.Globalization.CultureInfo.InvariantCulture);
        while (!_taken.Add(candidate));
        _numbers[name] = number;
        return candidate;
    }

    /// <summary><paramref name="name"/> itself where it is free, otherwise with its number raised until it is: <c>dx</c>, <c>dx1</c>; <c>dx1</c>, <c>dx2</c>.</summary>
    public string Next(string name)
    {
        string plain = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return _taken.Contains(name) && plain.Length > 0 ? Fresh(plain) : Fresh(name);
    }

    /// <summary>The next of <c>t0</c>, <c>t1</c>, …</summary>
    public string Temporary()
    {
        while (true)
        {
            string candidate = "t" + (_temporaries++).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (_taken.Add(candidate))
                return candidate;
        }
    }
}
