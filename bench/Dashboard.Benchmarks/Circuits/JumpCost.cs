namespace Dashboard.Benchmarks.Circuits;

/// <summary>What one scroll jump costs, on average over many.</summary>
/// <param name="PlainBytes">Received over the WebSocket, before compression.</param>
/// <param name="WireBytes">Received, as it is on the wire.</param>
/// <param name="Messages">Sent by the page.</param>
/// <param name="ProcessorMilliseconds">Processor time of the whole server process, collections and compilation included.</param>
internal sealed record JumpCost(double PlainBytes, double WireBytes, double Messages, double ProcessorMilliseconds);
