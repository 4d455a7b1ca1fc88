namespace AutoDiffGen.Conformance.Checks;

/// <summary>A generated member does not do what the contract says.</summary>
internal sealed class ConformanceException(string message) : Exception(message);
