namespace Dashboard.Sandbox.Data;

/// <summary>Writes the past of an organization. A few scenarios fail often and in bursts, most of them rarely and once.</summary>
internal static class History
{
    /// <summary>How far the past goes back.</summary>
    public static TimeSpan Length { get; } = TimeSpan.FromDays(90);

    /// <summary>One scenario in this many fails in bursts.</summary>
    private const int OneInBursts = 20;

    /// <summary>Appends <paramref name="count"/> events, the last of them at <paramref name="now"/>.</summary>
    /// <param name="stream">The organization's events.</param>
    /// <param name="texts">The numbers of the texts to choose from; those that come in bursts are the first.</param>
    /// <param name="count">How many events.</param>
    /// <param name="now">The end of the past.</param>
    /// <param name="random">Decides everything, so that a seed gives the same past again.</param>
    public static void Write(EventStream stream, IReadOnlyList<int> texts, int count, DateTimeOffset now, Random random)
    {
        var frequent = Math.Max(1, texts.Count / OneInBursts);
        var events = new (double At, int Text)[count];
        var (at, text, burst) = (0.0, 0, 0);
        for (var i = 0; i < count; i++)
        {
            if (burst-- > 0)
            {
                at += random.NextDouble() * 0.05;
            }
            else
            {
                at += 0.05 + random.NextDouble();
                var inBursts = random.Next(6) == 0;
                burst = inBursts ? random.Next(2, 20) : 0;
                text = inBursts ? texts[random.Next(frequent)] : texts[random.Next(texts.Count)];
            }

            events[i] = (at, text);
        }

        var (start, scale) = (now - Length, Length.TotalMilliseconds / at);
        foreach (var happened in events)
            stream.Append(start.ToUnixTimeMilliseconds() + (long)(happened.At * scale), happened.Text);
    }
}
